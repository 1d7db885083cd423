import { Fragment } from "react";
import { blocksOf, partsOf } from "ui/reading/markdown";
import styles from "ui/reading/reading.module.css";

/** A longer text, to be read in peace. */
export function Reading({ text }: { text: string }) {
  return (
    <div className={styles.reading}>
      {blocksOf(text).map((block, at) => {
        // What stands at a place stays there: the text is drawn whole.
        const place = `${at}`;
        if (block.kind === "heading") return <h2 key={place}>{block.text}</h2>;
        if (block.kind === "paragraph")
          return (
            <p key={place}>
              <Stressed text={block.text} />
            </p>
          );
        return (
          <ul key={place}>
            {block.items.map((item) => (
              <li key={item}>
                <Stressed text={item} />
              </li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}

function Stressed({ text }: { text: string }) {
  return partsOf(text).map(({ text: part, weight: Weight }, at) => {
    const place = `${at}`;
    return Weight === "plain" ? <Fragment key={place}>{part}</Fragment> : <Weight key={place}>{part}</Weight>;
  });
}
