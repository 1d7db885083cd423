import { Link, useNavigate } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useNow } from "features/signin/api/now";
import { type MyQuestions, useMyQuestions, useQuestionOpenings } from "features/voice/api/questions";
import { AskCard } from "features/voice/components/ask-card";
import { DrafterCard } from "features/voice/components/drafter-card";
import { PanelCard } from "features/voice/components/panel-card";
import { QuestionCard } from "features/voice/components/question-card";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

type Items = MyQuestions["items"];

/** Before I decide: what one is asked, what one asks, and where one may ask. */
export function BeforeIDecidePage() {
  return <AnsweredPage query={useMyQuestions()}>{({ items }) => <Questions items={items} />}</AnsweredPage>;
}

function Questions({ items }: { items: Items }) {
  const say = useSay();
  const navigate = useNavigate();
  const openings = useQuestionOpenings().data;
  const today = useNow()?.slice(0, 10);
  const open = items.filter(({ state }) => state !== "closed");
  const next = open.find(mayAnswer) ?? open.find(mayDecide);
  const groups = [
    { title: say("voice.asked_of_you"), items: open.filter(({ seat }) => seat === "asked") },
    { title: say("voice.drafts_title"), items: open.filter(({ seat }) => seat === "drafter") },
    {
      title: say("voice.asked_by_you"),
      items: open.filter(({ seat }) => seat === "asker" || seat === "successor"),
    },
  ];
  const boards = [
    ...new Map(
      [...(openings?.items ?? []), ...(openings?.panels ?? [])].map(
        ({ programme_id, programme }) => [programme_id, programme.name] as const,
      ),
    ),
  ];
  const over = items.filter(({ state }) => state === "closed");
  return (
    <Page title={say("voice.title")} sentence={useSentence(open)} below={say("voice.below")}>
      {groups.map((group) => (
        <QuestionGroup key={group.title} {...group} next={next} />
      ))}
      {today &&
        openings?.items.map((opening) => (
          <AskCard
            key={`${opening.programme_id} ${opening.standing}`}
            opening={opening}
            today={today}
            isNext={next === undefined}
            onAsked={(question_id) =>
              void navigate({ to: "/before-i-decide/$question_id", params: { question_id } })
            }
          />
        ))}
      {openings?.items
        .filter(
          ({ standing, panel, drafter }) =>
            standing === "sponsor" && (panel !== "nobody" || drafter !== null),
        )
        .map((opening) => (
          <DrafterCard key={opening.programme_id} opening={opening} />
        ))}
      {openings?.panels.map((panel) => (
        <PanelCard key={panel.programme_id} panel={panel} />
      ))}
      {boards.map(([id, name]) => (
        <p key={id}>
          <Link to="/before-i-decide/board/$programme_id" params={{ programme_id: id }}>
            {say("voice.board_link", { programme: name })}
          </Link>
        </p>
      ))}
      <QuestionGroup title={say("voice.over")} items={over} next={undefined} />
    </Page>
  );
}

function QuestionGroup(props: { title: string; items: Items; next: Items[number] | undefined }) {
  const { title, items, next } = props;
  if (items.length === 0) return null;
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {items.map((one) => (
        <QuestionCard key={one.id} question={one} isNext={one === next} />
      ))}
    </section>
  );
}

const mayAnswer = ({ allowed_actions }: Items[number]) => allowed_actions.includes("answer");
const mayDecide = ({ allowed_actions }: Items[number]) => allowed_actions.includes("decide");

function useSentence(open: Items): string {
  const say = useSay();
  const { day } = useDates();
  const toAnswer = open.filter(mayAnswer);
  const own = open.find(mayDecide);
  if (toAnswer.length > 0) return say("voice.sentence_answer", { count: toAnswer.length });
  if (own?.state === "overdue") return say("voice.sentence_overdue");
  if (own) return say("voice.sentence_decide", { day: day(own.decide_by) });
  return say(open.length > 0 ? "voice.sentence_open" : "voice.sentence_none");
}
