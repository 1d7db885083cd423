import type { Circle } from "features/circle/api/circles";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** A circle of the reader's at home: when it meets next, and the way to it. */
export function CircleBrief({ circle }: { circle: Circle }) {
  const say = useSay();
  const dates = useDates();
  const { next, programme } = circle;
  return (
    <Card title={say("home.circle")} beside={<span className="small quiet">{programme.name}</span>}>
      <p>
        {next
          ? say("home.circle_meets", { day: dates.dayOf(next.starts_at), time: dates.time(next.starts_at) })
          : say("home.circle_no_date")}
      </p>
      <div>
        <ButtonLink to="/circles" aria-label={`${say("home.to_circle")}: ${programme.name}`}>
          {say("home.to_circle")}
        </ButtonLink>
      </div>
    </Card>
  );
}
