import type { MeetingActs } from "features/meeting/api/change-meeting";
import type { Shape } from "lib/api-client/api";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { ChoiceField } from "ui/form/choice-field";
import { SelectField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

const lengths = ["30", "45", "60", "90"];
const channels = ["in_person", "video", "call", "chat"] as const;

/** How long, how and where; the names are the server's. */
export function WhereFields({
  field,
}: {
  field: (name: "minutes" | "channel" | "place") => { value?: string };
}) {
  const say = useSay();
  const minutes = String(field("minutes").value);
  const offered = lengths.includes(minutes) ? lengths : [minutes, ...lengths];
  return (
    <>
      <SelectField
        label={say("meeting.how_long")}
        options={offered.map((value) => ({
          value,
          label: say("meeting.minutes", { minutes: Number(value) }),
        }))}
        {...field("minutes")}
      />
      <ChoiceField
        label={say("pairing.how")}
        options={channels.map((value) => ({ value, label: say(`channel.${value}`) }))}
        {...field("channel")}
      />
      <TextField
        label={say("pairing.where")}
        hint={say("pairing.where_hint")}
        sees={say("meeting.sees_mail")}
        {...field("place")}
      />
    </>
  );
}

interface WhereFormProps {
  meeting: { version: number; minutes: number; channel: Shape<"WhereChange">["channel"]; place: string };
  place: MeetingActs["place"];
  onDone: () => void;
}

export function WhereForm({ meeting, place, onDone }: WhereFormProps) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { minutes: String(meeting.minutes), channel: meeting.channel, place: meeting.place },
    request: place,
    body: (values) => ({ ...values, minutes: Number(values.minutes), version: meeting.version }),
    onDone,
  });
  return (
    <RequestForm
      form={form}
      submit={say("meeting.save_where")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("meeting.leave_it")}
        </Button>
      }
    >
      <WhereFields field={form.fields.getInputProps} />
    </RequestForm>
  );
}
