import { Loader } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { Broken as BrokenError, Refusal, Unreachable } from "lib/api-client/refusal";
import { Say, useSay } from "lib/i18n/say";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "ui/button/button";
import { useRefusalSentence } from "ui/state/refusal-sentence";
import styles from "ui/state/states.module.css";

/** Nothing here, and why, and what would change that. */
export function Empty({ sentence, children }: { sentence: string; children?: ReactNode }) {
  return (
    <div className={styles.state}>
      <p className={styles.sentence}>{sentence}</p>
      {children}
    </div>
  );
}

/** On its way. Draws nothing for 200 ms: what is quick needs no wheel. */
export function Loading() {
  const say = useSay();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.state} role="status">
      {late && <Loader color="teal" aria-hidden />}
      {late && <span className="quiet small">{say("ui.loading")}</span>}
    </div>
  );
}

/** The server said no. Not an accident, so no "try again". */
export function Refused({ error }: { error: Refusal }) {
  const sentenceOf = useRefusalSentence();
  return (
    <div className={styles.state} role="alert">
      <p className={styles.sentence}>{sentenceOf(error)}</p>
    </div>
  );
}

/** Something is broken or cannot be reached, and it is not the reader's doing. */
export function Broken({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const say = useSay();
  const number = error instanceof BrokenError ? error.requestId : undefined;
  return (
    <div className={styles.state} role="alert">
      <p className={styles.sentence}>
        {say(error instanceof Unreachable || !navigator.onLine ? "ui.unreachable" : "ui.broken")}
      </p>
      {number && (
        <p className="small quiet">
          <Say k="ui.broken_number" values={{ number }} />
        </p>
      )}
      {onRetry && <Button onClick={onRetry}>{say("ui.try_again")}</Button>}
    </div>
  );
}

interface AnsweredProps<Answer> {
  query: UseQueryResult<Answer>;
  children: (answer: Answer) => ReactNode;
}

/** Whatever became of a question: the answer, or one of the three states above. */
export function Answered<Answer>({ query, children }: AnsweredProps<Answer>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error instanceof Refusal) return <Refused error={query.error} />;
  if (query.error) return <Broken error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
