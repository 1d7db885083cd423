import { type OwnWords, useWriteWords, type WordsOpening } from "features/outcome/api/released-words";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";
import { Sees } from "ui/sees/sees";

/** Where somebody writes what changed; the form opens on a press. */
export function WriteWordsCard({ opening, isNext }: { opening: WordsOpening; isNext: boolean }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title={say("released.write_in", { programme: opening.programme.name })}
      beside={<Sees>{say("released.sees_draft")}</Sees>}
    >
      {isOpen ? (
        <WordsForm opening={opening} isNext={isNext} onDone={() => setOpen(false)} />
      ) : (
        <div>
          <Button kind={isNext ? "filled" : "plain"} onClick={() => setOpen(true)}>
            {say("released.write")}
          </Button>
        </div>
      )}
    </Card>
  );
}

interface WordsFormProps {
  opening: WordsOpening;
  words?: OwnWords;
  /** Writing is the next step of the page. */
  isNext?: boolean;
  onDone: () => void;
}

/** A sentence, whose it is and whether with a name; nothing is released by it. */
export function WordsForm({ opening, words, isNext = true, onDone }: WordsFormProps) {
  const say = useSay();
  const id = useRef(words?.id ?? crypto.randomUUID());
  const options = [
    { value: "oneself", label: say("released.about_oneself"), hint: say("released.about_oneself_hint") },
    ...opening.partners.map(({ pairing_id, name }) => ({
      value: pairing_id,
      label: say("released.about_pair", { name }),
      hint: say("released.about_pair_hint", { name }),
    })),
  ];
  const form = useRequestForm({
    initialValues: {
      text: words?.shown.text ?? "",
      about: words?.pairing_id ?? "oneself",
      is_named: (words?.shown.names.length ?? 0) > 0,
    },
    request: useWriteWords(opening.programme_id),
    body: ({ text, about, is_named }) => ({
      id: id.current,
      words: {
        version: words?.version ?? 0,
        text,
        is_named,
        about: about === "oneself" ? ("oneself" as const) : ("pair" as const),
        pairing_id: about === "oneself" ? null : about,
      },
    }),
    onDone,
    unsent: `words ${words?.id ?? opening.programme_id}`,
  });
  return (
    <RequestForm
      form={form}
      kind={isNext ? "filled" : "plain"}
      submit={say("released.see_it")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("released.leave")}
        </Button>
      }
    >
      <LongTextField
        label={say("released.text")}
        hint={say("released.text_hint")}
        rows={3}
        maxLength={500}
        {...form.fields.getInputProps("text")}
      />
      {options.length > 1 && (
        <ChoiceField
          label={say("released.whose")}
          options={options}
          {...form.fields.getInputProps("about")}
        />
      )}
      <TickField
        label={say("released.named")}
        hint={say("released.named_hint")}
        {...form.fields.getInputProps("is_named", { type: "checkbox" })}
      />
    </RequestForm>
  );
}
