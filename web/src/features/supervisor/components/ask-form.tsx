import { type MyProtectedTime, useAskForTime } from "features/supervisor/api/protected-time";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { ChoiceField } from "ui/form/choice-field";
import { DayField, NumberField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

interface AskFormProps {
  programmeId: string;
  mine: MyProtectedTime;
  onDone: () => void;
  /** The way back to what stands there already. */
  onBack?: (() => void) | undefined;
}

/** Whom it is asked of, how much and until when. Nothing is told by it. */
export function AskForm({ programmeId, mine, onDone, onBack }: AskFormProps) {
  const say = useSay();
  const { manager, time } = mine;
  const form = useRequestForm({
    initialValues: {
      whom: manager && (time?.is_manager ?? true) ? "manager" : "other",
      supervisor_name: time && !time.is_manager ? time.page.supervisor : "",
      hours_a_month: (time?.page.hours_a_month ?? mine.usual_hours_a_month) as number | string,
      until_on: time?.page.until_on ?? mine.programme_ends_on ?? "",
    },
    request: useAskForTime(programmeId),
    body: (values) => ({
      version: time?.version ?? 0,
      supervisor_name: values.whom === "manager" ? null : values.supervisor_name,
      hours_a_month: Number(values.hours_a_month),
      until_on: values.until_on,
    }),
    onDone,
  });
  const field = form.fields.getInputProps;
  return (
    <RequestForm
      form={form}
      submit={say(time?.told_on ? "supervisor.change_it" : "supervisor.look_first")}
      beside={
        onBack && (
          <Button kind="bare" onClick={onBack}>
            {say("supervisor.leave_it")}
          </Button>
        )
      }
    >
      {manager && (
        <ChoiceField
          label={say("supervisor.whom")}
          options={[
            { value: "manager", label: manager.name },
            { value: "other", label: say("supervisor.somebody_else") },
          ]}
          {...field("whom")}
        />
      )}
      {form.fields.getValues().whom === "other" && (
        <TextField
          label={say("supervisor.their_name")}
          hint={say("supervisor.their_name_hint")}
          {...field("supervisor_name")}
        />
      )}
      <NumberField
        label={say("supervisor.hours")}
        hint={say("supervisor.hours_hint")}
        min={1}
        max={40}
        {...field("hours_a_month")}
      />
      <DayField label={say("supervisor.until")} hint={say("supervisor.until_hint")} {...field("until_on")} />
      {time?.page.answer && <p className="quiet">{say("supervisor.asked_again")}</p>}
    </RequestForm>
  );
}
