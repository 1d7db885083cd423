import {
  type GroupMeeting,
  type GroupMeetings,
  useSetGroupMeeting,
} from "features/circle/api/group-meetings";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { ChoiceField } from "ui/form/choice-field";
import { SelectField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";
import { toast } from "ui/toast/toast";

const kinds = ["kick_off", "closing", "other"] as const;
const asked = ["everyone", "mentors", "mentees"] as const;
const lengths = ["30", "45", "60", "90", "120", "180", "240"];

interface GroupMeetingFormProps {
  programmeId: string;
  called: Called | undefined;
  all: GroupMeetings;
  /** The one that is changed; a new one without. */
  meeting?: GroupMeeting;
  onDone: () => void;
}

/** Convenes everybody or one side, or changes what stands: everybody asked is told. */
export function GroupMeetingForm({ programmeId, called, all, meeting, onDone }: GroupMeetingFormProps) {
  const say = useSay();
  const labels = useLabels(called);
  const zone = meeting?.time_zone ?? all.time_zone;
  const form = useRequestForm({
    initialValues: {
      kind: (meeting?.kind ?? "kick_off") as GroupMeeting["kind"],
      title: meeting?.title ?? "",
      asked: (meeting?.asked ?? "everyone") as GroupMeeting["asked"],
      by_sponsor: meeting?.by_sponsor ?? Boolean(all.sponsor_name),
      starts_local: meeting?.starts_local ?? "",
      minutes: String(meeting?.minutes ?? 60),
      place: meeting?.place ?? "",
    },
    request: useSetGroupMeeting(programmeId, meeting?.id),
    body: (values) => ({
      ...values,
      minutes: Number(values.minutes),
      time_zone: zone,
      version: meeting?.version ?? 0,
    }),
    onDone: () => {
      toast(say("news.meeting_told"));
      onDone();
    },
  });
  const { kind, asked: who, by_sponsor, minutes } = form.fields.values;
  const offered = lengths.includes(minutes) ? lengths : [minutes, ...lengths];
  const nameOf = (one: GroupMeeting["asked"]) =>
    (one === "mentors" && labels.own("mentor")) ||
    (one === "mentees" && labels.own("mentee")) ||
    say(`news.to_${one}`);
  return (
    <RequestForm
      form={form}
      submit={say(meeting ? "news.save_meeting" : "news.convene")}
      kind="plain"
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("ui.go_back")}
        </Button>
      }
    >
      <ChoiceField
        label={say("news.kind")}
        options={kinds.map((value) => ({ value, label: say(`news.kind_${value}`) }))}
        value={kind}
        onChange={(value) => form.fields.setFieldValue("kind", value as GroupMeeting["kind"])}
      />
      <TextField
        label={say("news.meeting_title")}
        hint={say("news.meeting_title_hint")}
        autoComplete="off"
        {...form.fields.getInputProps("title")}
      />
      <ChoiceField
        label={say("news.who_is_asked")}
        options={asked.map((value) => ({
          value,
          label: nameOf(value),
          hint: say("news.people", { count: all[value] }),
        }))}
        value={who}
        onChange={(value) => form.fields.setFieldValue("asked", value as GroupMeeting["asked"])}
      />
      {(all.sponsor_name || by_sponsor) && (
        <TickField
          label={say("news.by_sponsor", { name: all.sponsor_name ?? "" })}
          hint={say("news.by_sponsor_hint")}
          {...form.fields.getInputProps("by_sponsor", { type: "checkbox" })}
        />
      )}
      <TextField
        type="datetime-local"
        label={say("news.when")}
        hint={say("news.when_hint", { zone })}
        {...form.fields.getInputProps("starts_local")}
      />
      <SelectField
        label={say("news.how_long")}
        options={offered.map((value) => ({ value, label: say("news.minutes", { minutes: Number(value) }) }))}
        {...form.fields.getInputProps("minutes")}
      />
      <TextField
        label={say("news.place")}
        hint={say("news.place_hint")}
        sees={say("news.place_sees")}
        {...form.fields.getInputProps("place")}
      />
    </RequestForm>
  );
}
