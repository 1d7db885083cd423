import type { OwnClosing } from "features/programme/api/closing";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";

/** What the organisation will do next, by when and who sees to it. */
export function ClosingTargets({ targets }: { targets: OwnClosing["targets"] }) {
  const say = useSay();
  const dates = useDates();
  return (
    <ol>
      {targets.map(({ text, due_on, who }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a target is its place
        <li key={at}>
          {text}
          <br />
          <span className="quiet">{say("closing.by", { day: dates.day(due_on), who })}</span>
        </li>
      ))}
    </ol>
  );
}
