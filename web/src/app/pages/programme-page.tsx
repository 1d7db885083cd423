import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { NamedContactsCard } from "features/care/components/named-contacts-card";
import { type ProgrammeSetUp, useMoveProgramme, useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { DrawCard } from "features/programme/components/draw-card";
import { MissingList } from "features/programme/components/missing-list";
import { SponsorCard } from "features/programme/components/sponsor-card";
import { TopicBoardCard } from "features/topic/components/topic-board-card";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Button, ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Trouble } from "ui/state/trouble";

/** Where the programme stands, in a sentence; what it still needs; the way to its set-up. */
export function ProgrammePage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const setUp = useSetUpOf(programme_id);
  return <AnsweredPage query={setUp}>{(one) => <ProgrammeOf setUp={one} />}</AnsweredPage>;
}

// The step that comes next, by state. From matching on the house goes on by itself, with the first pair.
const next = {
  draft: "enrolling",
  enrolling: "matching",
  running: "reviewing",
} as const;

// What the house does without a press.
const byItself = {
  matching: "programme.runs_by_itself",
  running: "programme.looks_back_by_itself",
  reviewing: "programme.closes_by_itself",
} as const;

function ProgrammeOf({ setUp }: { setUp: ProgrammeSetUp }) {
  const say = useSay();
  const called = calledHere(setUp, useIntl().locale);
  const move = useMoveProgramme(setUp.id);
  const { counts, state, missing } = setUp;
  const following = state in next ? next[state as keyof typeof next] : undefined;
  const isUnfinished = state === "draft" && missing.length > 0;
  const programme = { programme_id: setUp.id };
  // A draw among nobody would settle how places are given, for ever, before anybody could take part in it.
  const mayDraw =
    counts.mentor.waiting + counts.mentee.waiting > 0 && state !== "reviewing" && state !== "closed";

  return (
    <Page
      above={called.name}
      sentence={say(`programme.sentence_${state}`, {
        bringing: counts.mentor.joined,
        wanting: counts.mentee.joined,
      })}
      title={called.name}
      below={
        counts.join_requests > 0
          ? say("programme.join_requests", { count: counts.join_requests })
          : byItself[state as keyof typeof byItself] && say(byItself[state as keyof typeof byItself])
      }
      actions={
        <>
          {setUp.allowed_actions.includes("change") && (
            <ButtonLink
              kind={isUnfinished ? "filled" : "plain"}
              to="/programmes/$programme_id/set-up"
              params={programme}
            >
              {say(isUnfinished ? "set_up_programme.go_on_with" : "set_up_programme.title")}
            </ButtonLink>
          )}
          <ButtonLink to="/programmes/$programme_id/news" params={programme}>
            {say("programme.to_news")}
          </ButtonLink>
          <ButtonLink kind="bare" to="/programmes/$programme_id/launch-kit" params={programme}>
            {say("programme.to_launch_kit")}
          </ButtonLink>
          {state !== "draft" && (
            <ButtonLink to="/programmes/$programme_id/closing" params={programme}>
              {say("programme.to_closing")}
            </ButtonLink>
          )}
          {following && !isUnfinished && (
            <Button
              kind={missing.length === 0 && following !== "reviewing" ? "filled" : "plain"}
              busy={move.isPending}
              onClick={() => move.mutate({ state: following })}
            >
              {say(`programme.move_to_${following}`)}
            </Button>
          )}
        </>
      }
    >
      <Trouble of={move.error} />
      <div className="columns">
        <Card title={say("programme.what_it_needs")}>
          <MissingList setUp={setUp} />
          <p className="quiet">
            {say("programme.questions", {
              bringing: setUp.questions.mentor.items,
              wanting: setUp.questions.mentee.items,
            })}
          </p>
        </Card>
        <SponsorCard setUp={setUp} />
        <NamedContactsCard programmeId={setUp.id} />
      </div>
      {state !== "draft" && setUp.settings.waiting_order === "lottery" && (
        <DrawCard programmeId={setUp.id} mayDraw={mayDraw} />
      )}
      {state !== "draft" && <TopicBoardCard programmeId={setUp.id} language={setUp.settings.language} />}
    </Page>
  );
}
