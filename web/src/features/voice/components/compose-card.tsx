import { type ReleasedNote, type Theme, useComposeTheme } from "features/voice/api/front-line";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useRef } from "react";
import { Button } from "ui/button/button";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";

interface ComposeFormProps {
  programmeId: string;
  /** What it may stand on: of authors who chose the sponsor, and under no other theme. */
  notes: ReleasedNote[];
  theme?: Theme;
  onDone: () => void;
}

/** A theme in one's own words, and the notes it stands on. */
export function ComposeForm({ programmeId, notes, theme, onDone }: ComposeFormProps) {
  const say = useSay();
  const { day } = useDates();
  const id = useRef(theme?.id ?? crypto.randomUUID());
  const form = useRequestForm({
    initialValues: { text: theme?.text ?? "", notes: theme?.notes ?? [] },
    request: useComposeTheme(programmeId),
    body: ({ text, notes: chosen }) => ({
      id: id.current,
      theme: { version: theme?.version ?? 0, text, notes: chosen },
    }),
    onDone,
    unsent: `theme ${theme?.id ?? programmeId}`,
  });
  const chosen = form.fields.getValues().notes;
  const toggle = (note: string) =>
    form.fields.setFieldValue(
      "notes",
      chosen.includes(note) ? chosen.filter((one) => one !== note) : [...chosen, note],
    );
  return (
    <RequestForm
      form={form}
      submit={say("front_line.keep_theme")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("front_line.leave")}
        </Button>
      }
    >
      <LongTextField
        label={say("front_line.theme_text")}
        hint={say("front_line.theme_hint")}
        rows={3}
        maxLength={1000}
        {...form.fields.getInputProps("text")}
      />
      <fieldset className="stack">
        <legend>{say("front_line.stands_on")}</legend>
        {notes.map(({ id: note, week_on, note: words, is_fixed }) => (
          <TickField
            key={note}
            label={words.text}
            hint={
              is_fixed
                ? say("front_line.stays_under", { day: day(week_on) })
                : say("front_line.week_of", { day: day(week_on) })
            }
            disabled={is_fixed}
            checked={chosen.includes(note)}
            onChange={() => toggle(note)}
          />
        ))}
      </fieldset>
      {form.fields.errors.notes && <p role="alert">{form.fields.errors.notes}</p>}
    </RequestForm>
  );
}
