import { type SidePreparation, useTickSentences } from "features/preparation/api/preparation";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

interface ReadyCardProps {
  preparation: SidePreparation;
  /** What helps where a sentence is not true yet. */
  children?: ReactNode;
}

/** Three sentences to tick for oneself. Nobody sees them, nobody counts them, and *not yet* holds nobody up. */
export function ReadyCard({ preparation, children }: ReadyCardProps) {
  const say = useSay();
  const tick = useTickSentences(preparation.enrolment_id);
  const given = new Map(
    preparation.sentences.flatMap(({ key, is_true }) => (is_true === null ? [] : [[key, is_true] as const])),
  );
  // What is on its way counts already.
  if (tick.isPending) for (const { key, is_true } of tick.variables) given.set(key, is_true);
  const put = (key: string, is_true: boolean) =>
    tick.mutate(
      [...new Map([...given, [key, is_true]])].map(([one, value]) => ({ key: one, is_true: value })),
    );
  return (
    <Card title={say("preparation.ready")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <p className="quiet">{say("preparation.ready_below")}</p>
      {preparation.sentences.map(({ key, text }) => {
        const value = given.get(key);
        return (
          <ChoiceField
            key={key}
            label={text}
            value={value === undefined ? "" : value ? "yes" : "not_yet"}
            options={[
              { value: "yes", label: say("preparation.yes") },
              { value: "not_yet", label: say("preparation.not_yet") },
            ]}
            onChange={(chosen) => put(key, chosen === "yes")}
          />
        );
      })}
      <Trouble of={tick.error} />
      {[...given.values()].includes(false) && children}
    </Card>
  );
}
