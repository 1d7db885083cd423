import { type NoteOpening, type OwnNote, useWriteNote } from "features/voice/api/front-line";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Sees } from "ui/sees/sees";

/** Where somebody writes what they see; the form opens on a press. */
export function WriteNoteCard({ opening, isNext }: { opening: NoteOpening; isNext: boolean }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title={say("front_line.write_in", { programme: opening.programme.name })}
      beside={<Sees>{say("front_line.sees_draft")}</Sees>}
    >
      {opening.could_point_at_somebody && <p className="quiet">{say("front_line.too_few")}</p>}
      {opening.audiences.length === 0 && <p className="quiet">{say("front_line.nobody_to_write_to")}</p>}
      {opening.audiences.length > 0 &&
        (isOpen ? (
          <NoteForm opening={opening} isNext={isNext} onDone={() => setOpen(false)} />
        ) : (
          <div>
            <Button kind={isNext ? "filled" : "plain"} onClick={() => setOpen(true)}>
              {say("front_line.write")}
            </Button>
          </div>
        ))}
    </Card>
  );
}

interface NoteFormProps {
  opening: NoteOpening;
  note?: OwnNote;
  /** Writing is the next step of the page. */
  isNext?: boolean;
  onDone: () => void;
}

/** What one sees and who may read it; nothing is sent by it. */
export function NoteForm({ opening, note, isNext = true, onDone }: NoteFormProps) {
  const say = useSay();
  const id = useRef(note?.id ?? crypto.randomUUID());
  const options = [
    ...opening.partners.map(({ pairing_id, name }) => ({
      value: pairing_id,
      label: say("front_line.to_partner", { name }),
      hint: say("front_line.to_partner_hint"),
    })),
    ...opening.audiences
      .filter((audience) => audience !== "partner")
      .map((audience) => ({
        value: audience as string,
        label: say(`front_line.to_${audience}` as "front_line.to_coordinator"),
        hint: say(`front_line.to_${audience}_hint` as "front_line.to_coordinator_hint", {
          names: opening.coordinators.join(", "),
        }),
      })),
  ];
  const before = note?.pairing_id ?? note?.preview.note.audience;
  const form = useRequestForm({
    initialValues: {
      audience: options.find(({ value }) => value === before)?.value ?? options[0]?.value ?? "partner",
      text: note?.preview.note.text ?? "",
    },
    request: useWriteNote(opening.programme_id),
    body: ({ audience, text }) => {
      const isOut = audience === "coordinator" || audience === "sponsor";
      return {
        id: id.current,
        note: {
          version: note?.version ?? 0,
          text,
          audience: isOut ? (audience as "coordinator" | "sponsor") : ("partner" as const),
          pairing_id: isOut ? null : audience,
        },
      };
    },
    onDone,
    unsent: `note ${note?.id ?? opening.programme_id}`,
  });
  return (
    <RequestForm
      form={form}
      kind={isNext ? "filled" : "plain"}
      submit={say("front_line.see_it")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("front_line.leave")}
        </Button>
      }
    >
      <LongTextField
        label={say("front_line.text")}
        hint={say("front_line.text_hint")}
        rows={5}
        maxLength={2000}
        {...form.fields.getInputProps("text")}
      />
      <ChoiceField
        label={say("front_line.who")}
        options={options}
        {...form.fields.getInputProps("audience")}
      />
    </RequestForm>
  );
}
