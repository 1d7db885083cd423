import { Outlet } from "@tanstack/react-router";
import styles from "app/layouts/top-bar.module.css";
import { Mark } from "ui/mark/mark";

/** For pages anyone may open: the coin, and one narrow page. */
export function SignedOutLayout() {
  return (
    <>
      <SignedOutBar />
      <Outlet />
    </>
  );
}

export function SignedOutBar() {
  return (
    <header className={`${styles.bar} ${styles.wordless}`}>
      <span className={styles.mark}>
        <Mark size={32} />
        Obverse
      </span>
    </header>
  );
}
