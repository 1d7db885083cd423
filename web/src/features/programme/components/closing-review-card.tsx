import { type Closing, useReviewClosing } from "features/programme/api/closing";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { DayField, LongTextField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

const mostTargets = 3;
const emptyTarget = { text: "", due_on: "", who: "" };

/** One to three targets, which the sponsor agrees to, and the thanks. */
export function ClosingReviewCard({ programmeId, closing }: { programmeId: string; closing: Closing }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: {
      targets: closing.targets.length > 0 ? closing.targets : [emptyTarget],
      thanks: closing.thanks,
    },
    request: useReviewClosing(programmeId),
    // A target of which nothing is written is none.
    body: ({ targets, thanks }) => ({
      version: closing.version,
      targets: targets.filter(({ text, due_on, who }) => text.trim() || due_on || who.trim()),
      thanks,
    }),
  });
  const { targets } = form.fields.values;
  const field = form.fields.getInputProps;
  return (
    <Card title={say("closing.review_title")}>
      <p className="quiet">{say("closing.review_hint")}</p>
      <RequestForm form={form} submit={say("closing.save_review")} kind="plain">
        {targets.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a target is its place
          <fieldset key={at} className="stack">
            <legend>{say("closing.target", { number: at + 1 })}</legend>
            <TextField label={say("closing.target_text")} {...field(`targets.${at}.text`)} />
            <div className="thirds">
              <DayField label={say("closing.target_due_on")} {...field(`targets.${at}.due_on`)} />
              <TextField label={say("closing.target_who")} {...field(`targets.${at}.who`)} />
            </div>
          </fieldset>
        ))}
        {targets.length < mostTargets && (
          <div>
            <Button kind="bare" onClick={() => form.fields.insertListItem("targets", emptyTarget)}>
              {say("closing.another_target")}
            </Button>
          </div>
        )}
        <LongTextField
          label={say("closing.thanks")}
          hint={say("closing.thanks_hint")}
          rows={5}
          {...field("thanks")}
        />
      </RequestForm>
    </Card>
  );
}
