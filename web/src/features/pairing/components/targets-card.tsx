import { type PairGoals, useSetTargets } from "features/pairing/api/goals";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

const places = [0, 1, 2] as const;

interface TargetsCardProps {
  pairingId: string;
  partner: string;
  targets: PairGoals["targets"];
}

/** What each will have done ninety days after the end. */
export function TargetsCard({ pairingId, partner, targets }: TargetsCardProps) {
  const say = useSay();
  const [texts, setTexts] = useState<string[]>(() => places.map((place) => targets.own[place] ?? ""));
  const save = useSetTargets(pairingId);
  const written = texts.map((text) => text.trim()).filter((text) => text !== "");
  return (
    <Card title={say("goals.targets")} beside={<Sees>{say("goals.ladder_sees", { partner })}</Sees>}>
      <p className="quiet">{say("goals.targets_below")}</p>
      {places.map((place) => (
        <TextField
          key={place}
          label={say("goals.target", { number: place + 1 })}
          value={texts[place] ?? ""}
          maxLength={300}
          onChange={
            ((event: { currentTarget: HTMLInputElement }) => {
              const text = event.currentTarget.value;
              setTexts((before) => before.map((one, at) => (at === place ? text : one)));
            }) as never
          }
        />
      ))}
      <div>
        <Button busy={save.isPending} onClick={() => save.mutate(written)}>
          {say("rematch.save")}
        </Button>
      </div>
      {save.isSuccess && <p role="status">{say("rematch.saved")}</p>}
      <Trouble of={save.error} />
      {targets.partner.length > 0 && (
        <>
          <h3>{say("goals.targets_of", { partner })}</h3>
          <ul>
            {targets.partner.map((target) => (
              <li key={target}>{target}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
