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

function isKept({ kept_until }: { kept_until: string | null }, today: string) {
  return kept_until === null || (today !== "" && today < kept_until);
}

function GoalsOf({ pairingId, partner }: { pairingId: string; partner: string }) {
  const say = useSay();
  const dates = useDates();
  const goals = useGoals(pairingId);
  const today = useNow()?.slice(0, 10) ?? "";
  return (
    <AnsweredPage query={goals}>
      {({ side, goals: all, ladder, targets, may_change }) => (
        <Page
          above={say("pairing.title", { partner })}
          title={say("goals.title")}
          sentence={say(all.length === 0 ? "goals.none" : "goals.sentence")}
          below={say("goals.below", { partner })}
        >
          {targets.kept_until !== null && targets.kept_until <= today && (
            <p>{say("goals.no_longer_kept", { day: dates.day(targets.kept_until) })}</p>
          )}
          {isKept(targets, today) && targets.echo_on !== null && targets.echo_on <= today && (
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
          <LadderCard pairingId={pairingId} partner={partner} ladder={ladder} mayChange={may_change} />
          {isKept(targets, today) && (all.length > 0 || targets.own.length > 0) && (
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
