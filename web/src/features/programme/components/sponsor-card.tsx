import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Tag } from "ui/tag/tag";

/** Who stands for the programme; where they are asked is a step of the set-up. */
export function SponsorCard({ setUp }: { setUp: ProgrammeSetUp }) {
  const say = useSay();
  const dates = useDates();
  const { sponsor } = setUp;
  return (
    <Card
      title={say("sponsor.title")}
      beside={
        sponsor?.accepted_at ? (
          <Tag tone="good">{say("sponsor.accepted", { day: dates.dayOf(sponsor.accepted_at) })}</Tag>
        ) : undefined
      }
    >
      <p className="quiet">
        {sponsor
          ? say(sponsor.accepted_at ? "sponsor.stands" : "sponsor.asked", { name: sponsor.name })
          : say("sponsor.nobody_yet")}
      </p>
      {setUp.allowed_actions.includes("ask_sponsor") && !sponsor?.accepted_at && (
        <div>
          <ButtonLink
            to="/programmes/$programme_id/set-up/$step"
            params={{ programme_id: setUp.id, step: "sponsor" }}
          >
            {say(sponsor ? "sponsor.to_link" : "sponsor.ask")}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
