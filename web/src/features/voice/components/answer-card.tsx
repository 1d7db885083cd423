import { type Question, useAnswerQuestion, useTakeAnswerBack } from "features/voice/api/questions";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Trouble } from "ui/state/trouble";

/** What somebody who is asked says, after four sentences on who will ever learn it. */
export function AnswerCard({ question, isNext }: { question: Question; isNext: boolean }) {
  const say = useSay();
  const { day } = useDates();
  const name = question.asker ?? "";
  const given = question.own_answer;
  const takeBack = useTakeAnswerBack(question.id);
  const form = useRequestForm({
    initialValues: { text: given ?? "" },
    request: useAnswerQuestion(question.id),
    body: ({ text }) => text,
    unsent: `answer to ${question.id}`,
  });
  return (
    <Card title={say("voice.your_answer")}>
      <section className="stack" aria-label={say("voice.before_you_answer")}>
        <ul>
          <li>{say("voice.named_reader", { name })}</li>
          <li>{say("voice.named_others")}</li>
          <li>{say("voice.named_change", { day: day(question.answer_by) })}</li>
          <li>{say("voice.named_heard")}</li>
        </ul>
      </section>
      {given !== null && <p role="status">{say("voice.said", { name })}</p>}
      <RequestForm
        form={form}
        kind={isNext ? "filled" : "plain"}
        submit={given === null ? say("voice.answer", { name }) : say("voice.answer_again")}
        beside={
          given !== null && (
            <Button
              kind="bare"
              busy={takeBack.isPending}
              onClick={() =>
                takeBack.mutate(undefined, { onSuccess: () => form.fields.setValues({ text: "" }) })
              }
            >
              {say("voice.take_back")}
            </Button>
          )
        }
      >
        <LongTextField
          label={say("voice.your_answer")}
          rows={5}
          maxLength={2000}
          {...form.fields.getInputProps("text")}
        />
      </RequestForm>
      <Trouble of={takeBack.error} />
    </Card>
  );
}
