import type { Sponsorship } from "features/programme/api/my-sponsorships";
import { useDates } from "lib/dates/dates";
import { useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Tag } from "ui/tag/tag";

interface SponsorshipBriefProps {
  sponsorship: Sponsorship;
  /** The page's next step. */
  isNext: boolean;
  /** What the page adds, in counts alone. */
  children?: ReactNode;
}

/** A programme one stands for or is asked to: what was promised, its dates, and how many take part. Never who. */
export function SponsorshipBrief({ sponsorship, isNext, children }: SponsorshipBriefProps) {
  const say = useSay();
  const dates = useDates();
  const { accepted_at, asked_at, link, review_link, starts_on, ends_on, closes_on, programme, state } =
    sponsorship;
  const { count } = useLabels(programme);
  const counted = [count("mentor", sponsorship.mentors_joined), count("mentee", sponsorship.mentees_joined)]
    .filter(Boolean)
    .join(" · ");
  const standing = () => {
    if (accepted_at)
      return <Tag tone="good">{say("sponsorship.accepted", { day: dates.dayOf(accepted_at) })}</Tag>;
    return <Tag tone="wait">{say(asked_at ? "sponsorship.asked" : "sponsorship.named")}</Tag>;
  };
  return (
    <Card title={programme.name} beside={standing()}>
      {programme.purpose && <p>{programme.purpose}</p>}
      {accepted_at && (
        <p>
          {say(`sponsorship.promised_${sponsorship.takes_part}`, {
            days: sponsorship.answers_within_days,
            delegate: sponsorship.delegate_name ?? "none",
          })}
        </p>
      )}
      {!asked_at && <p>{say("sponsorship.not_asked_yet")}</p>}
      {asked_at && !accepted_at && !link && <p>{say("sponsorship.link_is_over")}</p>}
      {closes_on && (
        <p>{say(state === "closed" ? "home.has_closed" : "home.last_day", { day: dates.day(closes_on) })}</p>
      )}
      {starts_on && ends_on && !closes_on && (
        <p className="quiet">
          {say("sponsorship.from_to", { from: dates.day(starts_on), to: dates.day(ends_on) })}
        </p>
      )}
      {state !== "draft" && (
        <p className="quiet">
          {counted ||
            say("sponsorship.joined", {
              bringing: sponsorship.mentors_joined,
              wanting: sponsorship.mentees_joined,
            })}
        </p>
      )}
      {children}
      {review_link && (
        <>
          <p>{say("sponsorship.review_waits")}</p>
          <div>
            <ButtonLink
              kind={isNext ? "filled" : "plain"}
              to="/closing/$link"
              params={{ link: review_link.slice(review_link.lastIndexOf("/") + 1) }}
              aria-label={`${say("sponsorship.to_answer")}: ${programme.name}`}
            >
              {say("sponsorship.to_answer")}
            </ButtonLink>
          </div>
        </>
      )}
      {link && (
        <div>
          <ButtonLink
            kind={isNext ? "filled" : "plain"}
            to="/sponsor/$link"
            params={{ link: link.slice(link.lastIndexOf("/") + 1) }}
            aria-label={`${say("sponsorship.to_answer")}: ${programme.name}`}
          >
            {say("sponsorship.to_answer")}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
