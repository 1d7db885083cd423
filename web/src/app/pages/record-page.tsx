import { AnsweredPage } from "app/answered-page";
import { useMyRecord } from "features/record/api/my-record";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button, ButtonAnchor } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Sees } from "ui/sees/sees";

/** The contribution record: read, printed and exported by its owner alone. */
export function RecordPage() {
  const say = useSay();
  const dates = useDates();
  return (
    <AnsweredPage query={useMyRecord()}>
      {({ name, meetings, minutes, exchanges, lines }) => (
        <Page
          above={name}
          title={say("record.title")}
          sentence={
            meetings === 0
              ? say("record.none")
              : say("record.sentence", { meetings, hours: Math.round((minutes / 60) * 10) / 10 })
          }
          below={say("record.below")}
          width="narrow"
        >
          {exchanges.map((one) => (
            <Card
              key={`${one.programme} ${one.first_on} ${one.last_on} ${one.minutes}`}
              title={one.programme}
              beside={<Sees>{say("sees.only_you")}</Sees>}
            >
              <p>
                {say("record.exchange", {
                  meetings: one.meetings,
                  hours: Math.round((one.minutes / 60) * 10) / 10,
                  from: dates.day(one.first_on),
                  until: dates.day(one.last_on),
                })}
              </p>
              {one.topics.length > 0 && <p>{one.topics.join(" · ")}</p>}
            </Card>
          ))}
          {lines.length > 0 && (
            <Card>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say("record.day")}</th>
                    <th scope="col">{say("record.minutes")}</th>
                    <th scope="col">{say("record.programme")}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line, position) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
                    <tr key={position}>
                      <td>{dates.day(line.held_on)}</td>
                      <td>{line.minutes}</td>
                      <td>{line.programme}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <div className="row">
                <Button onClick={() => window.print()}>{say("record.print")}</Button>
                <ButtonAnchor href="/api/my-record/file?format=csv" download>
                  {say("record.csv")}
                </ButtonAnchor>
                <ButtonAnchor href="/api/my-record/file?format=xlsx" download>
                  {say("record.xlsx")}
                </ButtonAnchor>
              </div>
            </Card>
          )}
        </Page>
      )}
    </AnsweredPage>
  );
}
