import type { Pairing } from "features/pairing/api/show-pairing";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Sees } from "ui/sees/sees";

/** What whoever runs the programme sees of this pair: the same line, word for word. */
export function MirrorLine({ mirror }: { mirror: Pairing["mirror"] }) {
  const say = useSay();
  const intl = useIntl();
  const line = useLineInWords();
  const count = mirror.seen_by.length;
  if (count === 0) return null;
  const names = intl.formatList(mirror.seen_by);
  return (
    <p className="quiet">
      <Sees>
        {mirror.line
          ? say("pairing.mirror", { names, count, line: line(mirror.line) })
          : say("pairing.mirror_nothing", { names, count })}
      </Sees>
    </p>
  );
}

type Line = NonNullable<Pairing["mirror"]["line"]>;

/** A coordinator's line as one sentence. */
export function useLineInWords(): (line: Line) => string {
  const say = useSay();
  const dates = useDates();
  return (line) =>
    [
      say(`pairing.state_${line.state}`),
      line.finished_week_on
        ? say("pairing.in_the_week_of", { day: dates.day(line.finished_week_on) })
        : undefined,
      line.is_agreement_signed ? say("pairing.agreement_signed") : undefined,
      line.cadence ? say(`cadence.${line.cadence}`) : undefined,
      line.is_charter_signed ? say("pairing.charter_signed") : undefined,
      line.is_charter_signed && line.meetings_held === 0
        ? say(line.is_ready ? "pairing.ready" : "pairing.not_ready")
        : undefined,
      line.meetings_held > 0 ? say("pairing.meetings_held", { count: line.meetings_held }) : undefined,
      line.is_next_date_set ? say("pairing.next_date_set") : undefined,
      line.word ? say(`pairing.word_${line.word.sign}`, { count: line.word.amount }) : undefined,
      line.lines_met ? say(`lines_met.state_${line.lines_met}`) : undefined,
    ]
      .filter(Boolean)
      .join(" · ");
}
