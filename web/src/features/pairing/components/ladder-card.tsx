import { type PairGoals, useMarkLadder } from "features/pairing/api/goals";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { SelectField } from "ui/form/fields";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

type Mark = PairGoals["ladder"]["own"][number];
type When = "start" | "now" | "looking_back";

const rungs = ["0", "1", "2", "3", "4"] as const;

interface LadderCardProps {
  pairingId: string;
  partner: string;
  ladder: PairGoals["ladder"];
  mayChange: boolean;
}

/** How far the reader can do each topic: at the start, now, and, looking back, where they really began. */
export function LadderCard({ pairingId, partner, ladder, mayChange }: LadderCardProps) {
  const say = useSay();
  const save = useMarkLadder(pairingId);
  if (ladder.topics.length === 0) return null;
  const markOf = (topic: string): Mark =>
    ladder.own.find((mark) => mark.topic === topic) ?? { topic, start: null, now: null, looking_back: null };
  const put = (topic: string, when: When, rung: string) => {
    const changed = { ...markOf(topic), [when]: rung === "" ? null : Number(rung) };
    save.mutate({ marks: ladder.topics.map(({ key }) => (key === topic ? changed : markOf(key))) });
  };
  return (
    <Card title={say("goals.ladder")} beside={<Sees>{say("goals.ladder_sees", { partner })}</Sees>}>
      <p className="quiet">{say("goals.ladder_below")}</p>
      {ladder.topics.map(({ key, name }) => (
        <fieldset key={key} className="stack">
          <legend>
            <strong>{name}</strong>
          </legend>
          <div className="thirds">
            {(["start", "now", "looking_back"] as const).map((when) => (
              <SelectField
                key={when}
                label={say(`goals.ladder_${when}`)}
                value={String(markOf(key)[when] ?? "")}
                disabled={!mayChange}
                options={[
                  { value: "", label: say("goals.rung_none") },
                  ...rungs.map((rung) => ({ value: rung, label: say(`goals.rung_${rung}`) })),
                ]}
                onChange={
                  ((event: { currentTarget: HTMLSelectElement }) =>
                    put(key, when, event.currentTarget.value)) as never
                }
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Trouble of={save.error} />
    </Card>
  );
}
