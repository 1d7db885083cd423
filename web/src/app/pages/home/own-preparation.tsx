import { useMyPreparation } from "features/preparation/api/preparation";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** What is left to read before two begin, where somebody has been found; earlier it would only be homework (rules E). */
export function OwnPreparation({ programmeIds }: { programmeIds: string[] }) {
  const say = useSay();
  const minutes = (useMyPreparation().data?.sides ?? [])
    .filter(({ programme_id }) => programmeIds.includes(programme_id))
    .reduce((sum, { minutes_left }) => sum + minutes_left, 0);
  if (minutes === 0) return null;
  return (
    <section className="cards" aria-label={say("home.preparation")}>
      <Card title={say("home.preparation")}>
        <p>{say("home.preparation_below", { minutes })}</p>
        <div>
          <ButtonLink to="/preparation">{say("home.to_preparation")}</ButtonLink>
        </div>
      </Card>
    </section>
  );
}
