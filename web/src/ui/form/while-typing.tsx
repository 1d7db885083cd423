import { Fragment, type ReactNode, useState } from "react";

interface WhileTypingProps<Answer> {
  /** What the server says now. */
  latest: Answer;
  /**
   * The form, and `sent`, which it calls when all that was typed is with the server. What is changed by a button and not
   * by typing, it tells by `touched`.
   */
  children: (held: Answer, sent: () => void, touched: () => void) => ReactNode;
}

/**
 * A form over something that others may change: drawn anew with every version of it, but not under the hands of somebody
 * who types. Their words stay; sent, they are refused as stale, and the sentence says what to do.
 */
export function WhileTyping<Answer extends { version: number }>({
  latest,
  children,
}: WhileTypingProps<Answer>) {
  const [held, setHeld] = useState(latest);
  const [isTyping, setTyping] = useState(false);
  if (!isTyping && held !== latest) setHeld(latest);
  const touched = () => setTyping(true);
  return (
    <div className="stack" onChange={touched}>
      <Fragment key={held.version}>{children(held, () => setTyping(false), touched)}</Fragment>
    </div>
  );
}
