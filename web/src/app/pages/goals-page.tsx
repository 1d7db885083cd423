import { AnsweredPage } from "app/answered-page";
import { BackToPair, OfPair } from "app/pages/pair/of-pair";
import { useGoals } from "features/pairing/api/goals";
import { EchoCard } from "features/pairing/components/echo-card";
import { GoalCard } from "features/pairing/components/goal-card";
import { LadderCard } from "features/pairing/components/ladder-card";
import { TargetsCard } from "features/pairing/components/targets-card";
import { useNow } from "features/signin/api/now";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** What the two want from it, how far they are, and what stays. */
export function GoalsPage() {
  return <OfPair>{({ id }, partner) => <GoalsOf pairingId={id} partner={partner} />}</OfPair>;
}

function GoalsOf({ pairingId, partner }: { pairingId: string; partner: string }) {
  const say = useSay();
  const dates = useDates();
  const goals = useGoals(pairingId);
  const today = useNow()?.slice(0, 10) ?? "";
  const isGone = (kept_until: string | null) => kept_until !== null && today !== "" && kept_until <= today;
  const sentenceOf = (count: number, kept_until: string | null) => {
    if (kept_until !== null && isGone(kept_until)) {
      return say("goals.no_longer_kept", { day: dates.day(kept_until) });
    }
    return say(count === 0 ? "goals.none" : "goals.sentence");
  };
  return (
    <AnsweredPage query={goals}>
      {({ side, goals: all, ladder, targets, may_change }) => (
        <Page
          above={say("pairing.title", { partner })}
          title={say("goals.title")}
          sentence={sentenceOf(all.length, targets.kept_until)}
          below={isGone(targets.kept_until) ? undefined : say("goals.below", { partner })}
        >
          {!isGone(targets.kept_until) && targets.echo_on !== null && targets.echo_on <= today && (
            <EchoCard pairingId={pairingId} targets={targets} />
          )}
          {[side, side === "mentor" ? "mentee" : "mentor"].map((whose) => {
            const theirs = all.filter((goal) => goal.side === whose);
            if (theirs.length === 0) return null;
            return (
              <section key={whose} className="stack">
                <h2>{whose === side ? say("goals.yours") : say("goals.of", { partner })}</h2>
                {theirs.map((goal) => (
                  <GoalCard
                    key={`${goal.position}`}
                    pairingId={pairingId}
                    goal={goal}
                    mayChange={may_change}
                  />
                ))}
              </section>
            );
          })}
          {!isGone(targets.kept_until) && (
            <LadderCard pairingId={pairingId} partner={partner} ladder={ladder} mayChange={may_change} />
          )}
          {!isGone(targets.kept_until) && (all.length > 0 || targets.own.length > 0) && (
            <TargetsCard pairingId={pairingId} partner={partner} targets={targets} />
          )}
          {targets.echo_on !== null && targets.echo_on > today && (
            <p className="quiet">{say("goals.echo_comes", { day: dates.day(targets.echo_on) })}</p>
          )}
          <div>
            <BackToPair pairingId={pairingId} />
          </div>
        </Page>
      )}
    </AnsweredPage>
  );
}
