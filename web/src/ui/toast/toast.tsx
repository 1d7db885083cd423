import { useSay } from "lib/i18n/say";
import { useSyncExternalStore } from "react";
import styles from "ui/toast/toast.module.css";

interface Toast {
  id: number;
  sentence: string;
}

const shownFor = 6000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function close(id: number): void {
  change(toasts.filter((one) => one.id !== id));
}

function show(sentence: string): number {
  lastId += 1;
  change([...toasts, { id: lastId, sentence }]);
  return lastId;
}

/** Says in passing that something is done. What matters also stands on the page: a toast goes away. */
export function toast(sentence: string): void {
  const id = show(sentence);
  setTimeout(() => close(id), shownFor);
}

/** Where toasts appear; once, beside the page. */
export function Toasts() {
  const say = useSay();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className={styles.place} aria-live="polite">
      {shown.map((one) => (
        <div key={one.id} className={styles.toast}>
          <span>{one.sentence}</span>
          <button
            type="button"
            className={styles.close}
            aria-label={say("ui.close")}
            onClick={() => close(one.id)}
          >
            <svg
              width="12"
              height="12"
              viewBox="0 0 12 12"
              aria-hidden="true"
              stroke="currentColor"
              strokeWidth="1.6"
            >
              <path d="M2 2l8 8M10 2l-8 8" />
            </svg>
          </button>
        </div>
      ))}
    </div>
  );
}
