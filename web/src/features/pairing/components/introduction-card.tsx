import {
  type IntroducedPerson,
  type Introduction,
  useAnswerIntroduction,
  useTakeBackIntroduction,
} from "features/pairing/api/introductions";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

export const introducedName = (person: IntroducedPerson) => person.called_name ?? person.name;

/** "Store Manager · Stores" */
function inWords({ pronouns, job_title, department }: IntroducedPerson): string {
  return [pronouns, job_title, department].filter(Boolean).join(" · ");
}

/** One introduction, for whichever of the three reads it. */
export function IntroductionCard({ introduction }: { introduction: Introduction }) {
  const say = useSay();
  const { day } = useDates();
  const { part, state, why, closes_on } = introduction;
  const names = {
    introducer: introducedName(introduction.introducer),
    partner: introducedName(introduction.partner),
    colleague: introducedName(introduction.colleague),
  };
  const titles = {
    introducer: "introduction.by_you",
    partner: "introduction.for_partner",
    colleague: "introduction.for_colleague",
  } as const;
  const met = part === "colleague" ? introduction.partner : introduction.colleague;
  const stands =
    state === "waiting" ? say("introduction.waiting", { day: day(closes_on) }) : say(`introduction.${state}`);

  return (
    <Card
      title={say(titles[part], names)}
      beside={<Tag tone={state === "made" ? "good" : "wait"}>{stands}</Tag>}
    >
      {inWords(met) !== "" && <p className="quiet">{inWords(met)}</p>}
      {why !== "" && <blockquote>{why}</blockquote>}
      {state === "made" && (
        <p>{say(part === "introducer" ? "introduction.made_by_you" : "introduction.made_for_you", names)}</p>
      )}
      {state === "not_going_ahead" && <p className="quiet">{say("introduction.not_going_ahead_below")}</p>}
      {introduction.may_answer && <Answering introduction={introduction} />}
      {introduction.may_take_back && <TakingBack introduction={introduction} />}
    </Card>
  );
}

function Answering({ introduction }: { introduction: Introduction }) {
  const say = useSay();
  const { day } = useDates();
  const give = useAnswerIntroduction(introduction.id);
  const given = introduction.own_answer;
  return (
    <>
      {given === "yes" && <p role="status">{say("introduction.said_yes")}</p>}
      {given === "not_now" && (
        <p role="status">{say("introduction.said_not_now", { day: day(introduction.closes_on) })}</p>
      )}
      <div className="row">
        {given !== "yes" && (
          <Button kind="filled" busy={give.isPending} onClick={() => give.mutate("yes")}>
            {say("introduction.yes")}
          </Button>
        )}
        {given !== "not_now" && (
          <Button kind="bare" disabled={give.isPending} onClick={() => give.mutate("not_now")}>
            {say("introduction.not_now")}
          </Button>
        )}
        <Sees>{say("introduction.sees_answer")}</Sees>
      </div>
      <Trouble of={give.error} />
    </>
  );
}

function TakingBack({ introduction }: { introduction: Introduction }) {
  const say = useSay();
  const takeBack = useTakeBackIntroduction();
  return (
    <>
      <div>
        <Button kind="bare" disabled={takeBack.isPending} onClick={() => takeBack.mutate(introduction)}>
          {say("introduction.take_back")}
        </Button>
      </div>
      <Trouble of={takeBack.error} />
    </>
  );
}
