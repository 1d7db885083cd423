import { type ReactNode, useId, useRef } from "react";
import styles from "ui/menu/menu.module.css";

interface MenuProps {
  /** What stands on the button. */
  face: ReactNode;
  /** What the button is called. */
  label: string;
  children: ReactNode;
}

/** A button and the list it opens. The browser's own popover closes it: by Escape, by a press elsewhere, by a choice. */
export function Menu({ face, label, children }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.menu}>
      <button type="button" className={styles.face} aria-label={label} popoverTarget={id}>
        {face}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the choices inside are pressed, by key or pointer; this hears that one was. */}
      <div
        id={id}
        ref={list}
        popover="auto"
        className={styles.list}
        onClick={() => list.current?.hidePopover?.()}
      >
        {children}
      </div>
    </div>
  );
}
