import { useMyPreparation } from "features/preparation/api/preparation";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";

interface ReadingLeftProps {
  programmeId: string;
  side: "mentor" | "mentee";
}

/** At a date that is pencilled in: the minutes of one's own that are missing, and nothing of the other's. */
export function ReadingLeft({ programmeId, side }: ReadingLeftProps) {
  const say = useSay();
  const mine = useMyPreparation().data?.sides.find(
    (one) => one.programme_id === programmeId && one.side === side,
  );
  const next = mine?.modules.find(({ is_core, is_done }) => is_core && !is_done);
  if (!mine || !next) return null;
  return (
    <Card title={say("notebook.reading_title")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <p>{say("notebook.reading", { minutes: mine.minutes_left })}</p>
      <div>
        <ButtonLink
          to="/preparation/$enrolment_id/$module"
          params={{ enrolment_id: mine.enrolment_id, module: next.key }}
        >
          {say("notebook.to_reading")}
        </ButtonLink>
      </div>
    </Card>
  );
}
