import { type Monday, useSpokenWith } from "features/care/api/monday";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Empty } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

/** Who said that they would like help. Their partners do not see it, and are not to hear of it. */
export function HelpWishesCard({
  programmeId,
  wishes,
}: {
  programmeId: string;
  wishes: Monday["help_wishes"];
}) {
  const say = useSay();
  const dates = useDates();
  const spoken = useSpokenWith(programmeId);
  return (
    <Card title={say("care.wishes")} beside={<Sees>{say("care.wishes_seen")}</Sees>}>
      {wishes.length === 0 && <Empty sentence={say("care.no_wishes")} />}
      {wishes.map((wish) => (
        <div key={`${wish.pairing_id}${wish.person_id}`} className="row">
          <span>{say("care.wish", { name: wish.name, day: dates.day(wish.asked_on) })}</span>
          <Button
            label={say("care.spoken_with", { name: wish.name })}
            busy={spoken.isPending}
            onClick={() => spoken.mutate(wish)}
          >
            {say("care.spoken")}
          </Button>
        </div>
      ))}
      <Trouble of={spoken.error} />
    </Card>
  );
}
