import { type Nudge, usePairCare, useProposeSlots, usePutNudgeAway } from "features/care/api/pair-care";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Trouble } from "ui/state/trouble";

/** What may help the two find a date, or that they were asked how it goes; with why it came. */
export function NudgeCard({ pairingId }: { pairingId: string }) {
  const nudge = usePairCare(pairingId).data?.nudge;
  if (!nudge) return null;
  return <NudgeOf pairingId={pairingId} nudge={nudge} />;
}

function NudgeOf({ pairingId, nudge }: { pairingId: string; nudge: Nudge }) {
  const say = useSay();
  const dates = useDates();
  const propose = useProposeSlots(pairingId);
  const away = usePutNudgeAway(pairingId);
  return (
    <Card title={nudge.sign ? sentence() : say("care.asked_title")}>
      {nudge.slots.length > 0 && (
        <ul>
          {nudge.slots.map((slot) => (
            <li key={slot.starts_at}>
              {dates.dayOf(slot.starts_at)}, {dates.time(slot.starts_at)}
            </li>
          ))}
        </ul>
      )}
      {!nudge.sign && <p>{say("care.asked")}</p>}
      <div className="row">
        {nudge.slots.length > 0 && (
          <Button busy={propose.isPending} onClick={() => propose.mutate(nudge)}>
            {say("care.propose", { count: nudge.slots.length })}
          </Button>
        )}
        <Button kind="bare" busy={away.isPending} onClick={() => away.mutate()}>
          {nudge.sign ? say("care.not_now") : say("care.going_well")}
        </Button>
      </div>
      <Trouble of={propose.error ?? away.error} />
      <p className="quiet">
        {nudge.sign ? `${say(`care.why_${nudge.sign}`)} ${say("care.how_to_stop")}` : say("care.why_asked")}
      </p>
    </Card>
  );

  function sentence() {
    const count = nudge.slots.length;
    if (nudge.step === "one" && nudge.sign === "changed")
      return say("care.dates_moved", { dates: nudge.amount, count });
    return say("care.times_ready", { count });
  }
}
