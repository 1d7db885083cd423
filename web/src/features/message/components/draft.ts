import { forgetUnsent, keepUnsent, unsentOver } from "lib/unsent";
import { useState } from "react";

/** What is being written: it survives a reload and a look at another page, in this tab alone, until it is sent. */
export function useDraft(name: string) {
  const [text, setText] = useState(() => unsentOver(name, "") ?? "");
  return {
    text,
    write: (typed: string) => {
      keepUnsent(name, "", typed);
      setText(typed);
    },
    forget: () => {
      forgetUnsent(name);
      setText("");
    },
  };
}
