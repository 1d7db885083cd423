import { type Onward, useChooseOnward, useContinuation } from "features/pairing/api/continuation";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

const ways = ["informally", "swap", "new_partner", "stop"] as const;

interface ContinuationCardProps {
  pairingId: string;
  partner: string;
}

type Continuation = NonNullable<ReturnType<typeof useContinuation>["data"]>;

/** After the end: each chooses privately, and both are opened together or not at all. */
export function ContinuationCard({ pairingId, partner }: ContinuationCardProps) {
  const say = useSay();
  return (
    <Card title={say("review.onward")} beside={<Sees>{say("review.onward_sees")}</Sees>}>
      <Answered query={useContinuation(pairingId)}>
        {(shown) => (
          <ContinuationOf
            key={shown.onward ?? "none"}
            shown={shown}
            pairingId={pairingId}
            partner={partner}
          />
        )}
      </Answered>
    </Card>
  );
}

function ContinuationOf({ shown, pairingId, partner }: ContinuationCardProps & { shown: Continuation }) {
  const say = useSay();
  const dates = useDates();
  const [onward, setOnward] = useState<Onward | undefined>(shown.onward ?? undefined);
  const choose = useChooseOnward(pairingId);
  const closes = shown.programme_closes_on && dates.day(shown.programme_closes_on);
  if (shown.agreed)
    return <p>{say(`review.agreed_${shown.agreed === "swap" ? "swap" : "informally"}`, { partner })}</p>;
  return (
    <>
      <p>{say("review.onward_meaning", { partner, day: dates.day(shown.completes_on) })}</p>
      {closes && <p>{say("review.programme_closes", { day: closes })}</p>}
      {shown.onward === "swap" && !shown.may_swap && <p>{say("review.swap_too_late")}</p>}
      <ChoiceField
        label={say("review.onward_question")}
        value={onward ?? ""}
        options={ways
          .filter((way) => way !== "swap" || shown.may_swap)
          .map((value) => ({
            value,
            label: say(`review.onward_${value}`, { partner }),
            ...(value === "swap" && closes ? { hint: say("review.swap_until", { day: closes }) } : {}),
          }))}
        onChange={(value) => setOnward(ways.find((way) => way === value))}
      />
      <div>
        <Button
          busy={choose.isPending}
          disabled={onward === undefined}
          onClick={() => onward && choose.mutate(onward)}
        >
          {say("rematch.save")}
        </Button>
      </div>
      {shown.onward !== null && <p role="status">{say("review.onward_kept")}</p>}
      <Trouble of={choose.error} />
    </>
  );
}
