import { type SupervisorPage, useSupervisorReply } from "features/supervisor/api/protected-time";
import { useMonths } from "features/supervisor/components/answer-in-words";
import { useSay } from "lib/i18n/say";
import { ChoiceField } from "ui/form/choice-field";
import styles from "ui/form/form.module.css";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";

type Given = NonNullable<SupervisorPage["answer"]>;
const answers: Given[] = ["yes", "yes_except", "talk"];

/** The three answers; each can be changed until the day. */
export function AnswerForm({
  page,
  link,
  onDone,
}: {
  page: SupervisorPage;
  link: string;
  onDone: () => void;
}) {
  const say = useSay();
  const monthOf = useMonths();
  const form = useRequestForm({
    initialValues: { answer: (page.answer ?? "yes") as Given, except_months: page.except_months },
    request: useSupervisorReply(link),
    body: ({ answer, except_months }) => ({
      answer,
      except_months: answer === "yes_except" ? except_months : [],
    }),
    onDone,
  });
  const field = form.fields.getInputProps;
  const values = form.fields.getValues();
  // One month cannot be left out of one.
  const offered = answers.filter((one) => one !== "yes_except" || page.months.length > 1);
  return (
    <RequestForm form={form} submit={say("supervisor.send_answer")}>
      <ChoiceField
        label={say("supervisor.your_answer", { person: page.person })}
        options={offered.map((value) => ({
          value,
          label: say(`supervisor.answer_${value}`),
          hint: say(`supervisor.answer_${value}_hint`),
        }))}
        {...field("answer")}
      />
      {values.answer === "yes_except" && (
        <fieldset className={styles.group}>
          <legend>{say("supervisor.which_months")}</legend>
          <div className={styles.options}>
            {page.months.map((month) => (
              <TickField
                key={month}
                label={monthOf(month)}
                checked={values.except_months.includes(month)}
                onChange={() =>
                  form.fields.setFieldValue("except_months", toggled(values.except_months, month))
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      <p className="quiet">{say("supervisor.may_change")}</p>
    </RequestForm>
  );
}

const toggled = (months: string[], month: string) =>
  months.includes(month) ? months.filter((one) => one !== month) : [...months, month];
