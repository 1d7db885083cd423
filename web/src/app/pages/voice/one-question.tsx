import { Link } from "@tanstack/react-router";
import { useMySession } from "features/signin/api/my-session";
import type { Question } from "features/voice/api/questions";
import { AnonymousAnswersCard } from "features/voice/components/anonymous-answers-card";
import { DecideCard } from "features/voice/components/decide-card";
import { DecisionCard } from "features/voice/components/decision-card";
import { DraftCard } from "features/voice/components/draft-card";
import { HeardCard } from "features/voice/components/heard-card";
import { MarkCard } from "features/voice/components/mark-card";
import { QuestionStanding } from "features/voice/components/question-standing";
import { WayToAnswer } from "features/voice/components/way-to-answer";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** A question as its reader's seat shows it: one column, one step. */
export function OneQuestion({ question }: { question: Question }) {
  const say = useSay();
  const { day } = useDates();
  const owner = useMySession().data?.person?.id;
  const { seat, asker, programme, undecided, fixed, decisions, allowed_actions, own_answer } = question;
  const may = (action: Question["allowed_actions"][number]) => allowed_actions.includes(action);
  const others = { drafter: "voice.you_draft", successor: "voice.you_took_over" } as const;
  const whose =
    seat === "asker" || seat === "former"
      ? question.audience === "partner"
        ? say("voice.you_ask_partner")
        : say("voice.you_ask_panel", { programme: programme.name })
      : asker
        ? say(seat === "drafter" || seat === "successor" ? others[seat] : "voice.asks", { name: asker })
        : programme.name;
  return (
    <Page width="narrow" title={say("voice.title")} above={whose} sentence={question.question}>
      {decisions.toReversed().map((decision) => (
        <DecisionCard key={`${decision.outcome} ${decision.until_on}`} decision={decision} />
      ))}
      {may("mark") && <MarkCard question={question} />}
      {(undecided ?? fixed) && (
        <Card
          beside={<QuestionStanding question={question} />}
          title={say(question.state === "closed" ? "voice.was_undecided" : "voice.undecided")}
        >
          <p>{undecided}</p>
          <h3>{say("voice.fixed")}</h3>
          <p>{fixed}</p>
        </Card>
      )}
      {may("answer") && (
        <WayToAnswer key={own_answer === null ? "new" : "given"} question={question} owner={owner} />
      )}
      {seat === "asked" && !may("answer") && question.state !== "closed" && (
        <p className="quiet">{say("voice.answers_over", { day: day(question.answer_by) })}</p>
      )}
      {seat === "asked" && !may("answer") && own_answer !== null && (
        <Card title={say("voice.your_answer")}>
          <blockquote>{own_answer}</blockquote>
        </Card>
      )}
      {(seat === "asker" || seat === "former") && <HeardCard question={question} />}
      {question.anonymous_answers && (
        <AnonymousAnswersCard answers={question.anonymous_answers} answerBy={question.answer_by} />
      )}
      {seat === "successor" && <p className="quiet">{say("voice.took_over_below", { name: asker })}</p>}
      {may("decide") && <DecideCard question={question} />}
      {seat === "drafter" && may("draft") && (
        <DraftCard key={question.draft?.version ?? 0} question={question} />
      )}
      <p>
        <Link to="/before-i-decide">{say("voice.back")}</Link>
      </p>
    </Page>
  );
}
