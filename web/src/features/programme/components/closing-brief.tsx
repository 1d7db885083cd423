import type { OwnClosing } from "features/programme/api/closing";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** The last day of a programme one takes part in, and the way to what it means. */
export function ClosingBrief({ closing }: { closing: OwnClosing }) {
  const say = useSay();
  const dates = useDates();
  return (
    <Card title={closing.programme.name}>
      <p>
        {say(closing.is_closed ? "home.has_closed" : "home.will_close", {
          day: dates.day(closing.closes_on),
        })}
      </p>
      <div>
        <ButtonLink to="/closings" aria-label={`${say("home.to_closing")}: ${closing.programme.name}`}>
          {say("home.to_closing")}
        </ButtonLink>
      </div>
    </Card>
  );
}
