import { useReports } from "features/message/api/reports";
import styles from "features/message/components/message.module.css";
import { foundIn } from "lib/api-client/list";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Broken, Empty, Loading } from "ui/state/states";

/** What was reported to somebody one can talk to: in their reporter's words, with what they picked. */
export function ReportsCard() {
  const say = useSay();
  const dates = useDates();
  const { rows, error, more, again } = foundIn(useReports());
  if (error) return <Broken error={error} onRetry={again} />;
  if (!rows) return <Loading />;
  return (
    <Card title={say("reports.title")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      {rows.length === 0 && <Empty sentence={say("reports.none")} />}
      {rows.map((report) => (
        <section key={report.id} className="stack">
          <h3>{say("reports.from", { reporter: report.reporter.name, partner: report.partner.name })}</h3>
          <p className="quiet">
            {report.programme.name} · {dates.day(report.reported_on)}
          </p>
          {report.words && <p className={styles.text}>{report.words}</p>}
          <ol className={styles.list}>
            {report.excerpt.map((one) => (
              <li key={`${one.written_at}${one.text}`} className={styles.message}>
                <div className={styles.head}>
                  <strong>{one.is_reporters ? report.reporter.name : report.partner.name}</strong>
                  <span>{dates.moment(one.written_at)}</span>
                </div>
                <p className={styles.text}>{one.text}</p>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {more && (
        <div>
          <Button busy={more.busy} onClick={more.onMore}>
            {say("unnamed.more")}
          </Button>
        </div>
      )}
    </Card>
  );
}
