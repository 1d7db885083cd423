import type { UseFormReturnType } from "@mantine/form";
import { type DraftValues, newQuestion, ownKinds } from "features/questionnaire/components/draft";
import styles from "features/questionnaire/components/own-questions.module.css";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { LongTextField, SelectField } from "ui/form/fields";

const most = 20;

/** The questions of a draft: added, moved, taken away. */
export function OwnQuestions({ fields }: { fields: UseFormReturnType<DraftValues> }) {
  const say = useSay();
  const { questions } = fields.values;
  const field = fields.getInputProps;
  const move = (from: number, to: number) => fields.reorderListItem("questions", { from, to });
  return (
    <section className="stack">
      <h3>{say("asking.questions")}</h3>
      <ol className={styles.list}>
        {questions.map(({ key, kind }, place) => {
          const number = place + 1;
          const at = `questions.${place}`;
          return (
            <li key={key} className={styles.question}>
              <SelectField
                label={say("asking.kind", { number })}
                options={ownKinds.map((value) => ({ value, label: say(`asking.kind_${value}`) }))}
                {...field(`${at}.kind`)}
              />
              <LongTextField
                rows={2}
                label={say(kind === "agreement" ? "asking.statement" : "asking.question")}
                {...field(`${at}.text`)}
                error={field(`${at}.text`).error ?? field(at).error}
              />
              {kind === "choice" && (
                <LongTextField
                  label={say("asking.choices")}
                  hint={say("asking.choices_hint")}
                  {...field(`${at}.choices`)}
                />
              )}
              <div className="row">
                {place > 0 && (
                  <Button
                    kind="bare"
                    label={say("asking.up_this", { number })}
                    onClick={() => move(place, place - 1)}
                  >
                    {say("asking.up")}
                  </Button>
                )}
                {number < questions.length && (
                  <Button
                    kind="bare"
                    label={say("asking.down_this", { number })}
                    onClick={() => move(place, place + 1)}
                  >
                    {say("asking.down")}
                  </Button>
                )}
                {questions.length > 1 && (
                  <Button
                    kind="bare"
                    label={say("asking.remove_this", { number })}
                    onClick={() => fields.removeListItem("questions", place)}
                  >
                    {say("asking.remove")}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {questions.length < most && (
        <div>
          <Button onClick={() => fields.insertListItem("questions", newQuestion("agreement"))}>
            {say("asking.add")}
          </Button>
        </div>
      )}
    </section>
  );
}
