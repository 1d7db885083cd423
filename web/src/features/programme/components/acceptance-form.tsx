import { useAcceptAsSponsor } from "features/programme/api/accept-as-sponsor";
import { useSay } from "lib/i18n/say";
import { ChoiceField } from "ui/form/choice-field";
import { NumberField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

/** One tap; the two promises may be changed before it. */
export function AcceptanceForm({ link }: { link: string }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: {
      takes_part: "in_person" as "in_person" | "by_delegate",
      delegate_name: "",
      answers_within_days: 14 as number | string,
    },
    request: useAcceptAsSponsor(link),
    body: (values) => ({
      takes_part: values.takes_part,
      delegate_name: values.takes_part === "by_delegate" ? values.delegate_name : null,
      answers_within_days: Number(values.answers_within_days),
    }),
  });
  const field = form.fields.getInputProps;
  const byDelegate = form.fields.getValues().takes_part === "by_delegate";
  return (
    <RequestForm form={form} submit={say("acceptance.accept")}>
      <ChoiceField
        label={say("acceptance.takes_part")}
        options={(["in_person", "by_delegate"] as const).map((one) => ({
          value: one,
          label: say(`acceptance.${one}`),
        }))}
        {...field("takes_part")}
      />
      {byDelegate && <TextField label={say("acceptance.delegate_name")} {...field("delegate_name")} />}
      <NumberField
        label={say("acceptance.answers_within_days")}
        min={1}
        max={90}
        {...field("answers_within_days")}
      />
    </RequestForm>
  );
}
