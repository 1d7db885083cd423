import type { SupervisorPage } from "features/supervisor/api/protected-time";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

const seen = ["name", "hours", "until"] as const;
const unseen = ["with_whom", "about_what", "whether", "how_it_ends"] as const;

/** What a supervisor reads, and whoever asks them reads before: the one page, but for the answer. */
export function SupervisorSheet({ page }: { page: SupervisorPage }) {
  const say = useSay();
  const dates = useDates();
  return (
    <>
      <Card title={say("supervisor.what_is_asked")}>
        <p>
          <strong>
            {say("supervisor.hours_until", { hours: page.hours_a_month, day: dates.day(page.until_on) })}
          </strong>
        </p>
        <p>{say("supervisor.paid")}</p>
        <p className="quiet">{say("supervisor.stands_until", { person: page.person })}</p>
      </Card>
      <Card title={page.programme.name}>
        {page.programme.purpose && <p>{page.programme.purpose}</p>}
        <p>{say("supervisor.what_it_is")}</p>
        <p>{say("supervisor.what_it_is_not")}</p>
      </Card>
      <Card title={say("supervisor.what_you_see")}>
        <ul>
          {seen.map((one) => (
            <li key={one}>{say(`supervisor.sees_${one}`, { person: page.person })}</li>
          ))}
        </ul>
        <h3>{say("supervisor.what_you_do_not_see")}</h3>
        <ul>
          {unseen.map((one) => (
            <li key={one}>{say(`supervisor.unseen_${one}`, { person: page.person })}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}
