import type { AcquaintanceBrief } from "features/acquaintance/api/acquaintances";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

interface AcquaintanceBriefCardProps {
  acquaintance: AcquaintanceBrief;
  /** The one next step of the page. */
  isNext: boolean;
}

/** Somebody without a name at home: what comes next with them, and the way there. */
export function AcquaintanceBriefCard({ acquaintance, isNext }: AcquaintanceBriefCardProps) {
  const say = useSay();
  const dates = useDates();
  const kind = isNext ? "filled" : "plain";
  const { id, state, programme, closes_on, last_on } = acquaintance;
  return (
    <Card title={say("home.without_name")} beside={<span className="small quiet">{programme.name}</span>}>
      {state === "suggested" ? (
        <>
          <p>{say("home.without_name_suggested", { day: dates.weekday(closes_on) })}</p>
          <div>
            <ButtonLink kind={kind} to="/suggestions">
              {say("home.without_name_look")}
            </ButtonLink>
          </div>
        </>
      ) : (
        <>
          <p>{say("home.without_name_talking", { day: dates.day(last_on) })}</p>
          <div>
            <ButtonLink kind={kind} to="/acquaintances/$acquaintance_id" params={{ acquaintance_id: id }}>
              {say("home.without_name_write")}
            </ButtonLink>
          </div>
        </>
      )}
    </Card>
  );
}
