import { AnsweredPage } from "app/answered-page";
import { useMyPairings } from "features/pairing/api/list-my-pairings";
import { PairFile } from "features/pairing/components/pair-file";
import { type OwnClosing, useMyClosings } from "features/programme/api/closing";
import { ClosingTargets } from "features/programme/components/closing-targets";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** What the end of a programme means for whoever takes part: its day, what becomes of what they wrote, their own file. */
export function ClosingsPage() {
  return <AnsweredPage query={useMyClosings()}>{({ items }) => <Closings closings={items} />}</AnsweredPage>;
}

function Closings({ closings }: { closings: OwnClosing[] }) {
  const say = useSay();
  const dates = useDates();
  const first = closings[0];
  const sentence = first
    ? say(first.is_closed ? "closing.own_has_closed" : "closing.own_will_close", {
        programme: first.programme.name,
        day: dates.day(first.closes_on),
      })
    : say("closing.own_none");
  return (
    <Page title={say("closing.own_title")} sentence={sentence} width="narrow">
      {closings.map((one) => (
        <OneClosing key={one.programme_id} closing={one} isAlone={closings.length === 1} />
      ))}
    </Page>
  );
}

function OneClosing({ closing, isAlone }: { closing: OwnClosing; isAlone: boolean }) {
  const say = useSay();
  const dates = useDates();
  const { programme, programme_id, targets, thanks, is_closed } = closing;
  const days = {
    last: dates.day(closing.closes_on),
    echo: dates.day(closing.echo_from),
    kept: dates.day(closing.kept_until),
  };
  const pairs = (useMyPairings().data?.items ?? []).filter((one) => one.programme_id === programme_id);
  return (
    <section className="stack" aria-label={programme.name}>
      {!isAlone && <h2>{programme.name}</h2>}
      {thanks && (
        <Card title={say("closing.thanks")}>
          <p className="written">{thanks}</p>
        </Card>
      )}
      {targets.length > 0 && (
        <Card title={say("closing.own_targets")}>
          <ClosingTargets targets={targets} />
        </Card>
      )}
      <Card title={say("closing.what_becomes")}>
        <ul>
          <li>{say(is_closed ? "closing.becomes_pairs_closed" : "closing.becomes_pairs", days)}</li>
          <li>{say("closing.becomes_thread", days)}</li>
          <li>{say("closing.becomes_echo", days)}</li>
          <li>{say("closing.becomes_kept", { ...days, things: say("closing.kept_of_a_pair") })}</li>
          <li>{say("closing.becomes_lines")}</li>
          <li>{say("closing.becomes_record")}</li>
          <li>{say("closing.becomes_on")}</li>
        </ul>
      </Card>
      {pairs.map((one) => (
        <PairFile key={one.id} pairing={one} />
      ))}
    </section>
  );
}
