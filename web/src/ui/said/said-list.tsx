import styles from "ui/said/said.module.css";

export interface Said {
  key: string;
  isOwn: boolean;
  by: string;
  when: string;
  text: string;
}

/** What two said to each other, the oldest first. */
export function SaidList({ said }: { said: Said[] }) {
  return (
    <ol className={styles.list}>
      {said.map((one) => (
        <li key={one.key} className={one.isOwn ? `${styles.message} ${styles.own}` : styles.message}>
          <div className={styles.head}>
            <strong>{one.by}</strong>
            <span>{one.when}</span>
          </div>
          <p className={styles.text}>{one.text}</p>
        </li>
      ))}
    </ol>
  );
}
