import { useMyQuestions, useQuestionOpenings } from "features/voice/api/questions";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** The way to what one asks and is asked before something is decided. */
export function OwnQuestions() {
  const say = useSay();
  const openings = useQuestionOpenings().data;
  const items = useMyQuestions().data?.items ?? [];
  const count = (action: "answer" | "decide") =>
    items.filter(({ allowed_actions }) => allowed_actions.includes(action)).length;
  const may = items.length > 0 || (openings && openings.items.length + openings.panels.length > 0);
  if (!may) return null;
  return (
    <section className="cards" aria-label={say("home.before_i_decide")}>
      <Card title={say("home.before_i_decide")}>
        {count("answer") > 0 && <p>{say("home.questions_answer", { count: count("answer") })}</p>}
        {count("decide") > 0 && <p>{say("home.questions_decide", { count: count("decide") })}</p>}
        {count("answer") + count("decide") === 0 && <p className="quiet">{say("home.questions_none")}</p>}
        <div>
          <ButtonLink to="/before-i-decide">{say("home.to_questions")}</ButtonLink>
        </div>
      </Card>
    </section>
  );
}
