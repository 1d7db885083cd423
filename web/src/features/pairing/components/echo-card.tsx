import { type PairGoals, useGiveEcho } from "features/pairing/api/goals";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { LongTextField } from "ui/form/fields";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

type Targets = PairGoals["targets"];
type Kept = NonNullable<NonNullable<Targets["echo"]>["kept"][number]>;

const answers = ["kept", "partly", "not_yet"] as const;

/** Ninety days later: what became of the targets. Shown to the reader alone. */
export function EchoCard({ pairingId, targets }: { pairingId: string; targets: Targets }) {
  const say = useSay();
  const [kept, setKept] = useState<(Kept | null)[]>(() =>
    targets.own.map((_, place) => targets.echo?.kept[place] ?? null),
  );
  const [stuck, setStuck] = useState(targets.echo?.stuck ?? "");
  const give = useGiveEcho(pairingId);
  return (
    <Card title={say("goals.echo")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      {targets.own.map((target, place) => (
        <ChoiceField
          key={target}
          label={target}
          value={kept[place] ?? ""}
          options={answers.map((value) => ({ value, label: say(`goals.echo_${value}`) }))}
          onChange={(value) =>
            setKept((before) =>
              before.map((one, at) =>
                at === place ? (answers.find((each) => each === value) ?? null) : one,
              ),
            )
          }
        />
      ))}
      <LongTextField
        label={say("goals.stuck")}
        value={stuck}
        maxLength={1000}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => setStuck(event.currentTarget.value)) as never
        }
      />
      <div>
        <Button kind="filled" busy={give.isPending} onClick={() => give.mutate({ kept, stuck })}>
          {say("rematch.save")}
        </Button>
      </div>
      {give.isSuccess && <p role="status">{say("rematch.saved")}</p>}
      <Trouble of={give.error} />
    </Card>
  );
}
