import type { OwnEnrolment } from "features/programme/api/my-enrolments";
import { useExchange } from "features/topic/api/exchange";
import { useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

interface ExchangeBriefProps {
  enrolment: OwnEnrolment;
  /** Nothing else on the page comes first. */
  mayLead: boolean;
}

/** How one stands in a programme where nobody has been found yet, and what is still needed of one. */
export function ExchangeBrief({ enrolment, mayLead }: ExchangeBriefProps) {
  const say = useSay();
  const you = useLabels(enrolment.programme).you(enrolment.side);
  const needed = useExchange(enrolment.id).data?.still_needed ?? [];
  const isNeeded = needed.length > 0;
  const standing = () => {
    if (isNeeded) {
      return say("exchange.still_needed", {
        needed: needed.map((one) => say(`exchange.needs_${one}`)).join(", "),
      });
    }
    if (enrolment.waiting) return say(`waiting.${enrolment.waiting.status}`);
    if (enrolment.state !== "joined") return say(`enrolment.state_${enrolment.state}`);
    return say("home.partner_is_looked_for");
  };
  return (
    <Card title={enrolment.programme.name}>
      {you && <p className="quiet small">{you}</p>}
      <p className={isNeeded ? undefined : "quiet"}>{standing()}</p>
      <div className="row">
        <ButtonLink kind={isNeeded && mayLead ? "filled" : "plain"} to="/exchange">
          {say(isNeeded ? "home.fill_in" : "home.see_exchange")}
        </ButtonLink>
        {enrolment.waiting && (
          <ButtonLink kind="bare" to="/questions">
            {say("home.while_waiting")}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
