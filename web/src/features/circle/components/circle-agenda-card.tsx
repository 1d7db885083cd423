import type { CircleAgenda } from "features/circle/api/circles";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

/** How an hour of a circle may go, and the rule it stands under. */
export function CircleAgendaCard({ agenda }: { agenda: CircleAgenda }) {
  const say = useSay();
  return (
    <Card
      title={say("circle.agenda")}
      beside={<span className="small quiet">{say("circle.all_may_be_skipped")}</span>}
    >
      <blockquote>{agenda.rule}</blockquote>
      {agenda.parts.map(({ title, minutes, lines }) => (
        <section key={title}>
          <h3>
            {title} <span className="small quiet">{say("circle.part_minutes", { minutes })}</span>
          </h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
