import type { Wish } from "features/pairing/api/rematch";
import { useSay } from "lib/i18n/say";
import { ChoiceField } from "ui/form/choice-field";
import { LongTextField } from "ui/form/fields";

const wishes = ["now", "later", "stop"] as const;

interface RematchFieldsProps {
  wish: Wish;
  note: string;
  onWish: (wish: Wish) => void;
  onNote: (note: string) => void;
}

/** A new partner now, later, or not; and, for their own eyes, what would make the next one work. */
export function RematchFields({ wish, note, onWish, onNote }: RematchFieldsProps) {
  const say = useSay();
  return (
    <>
      <ChoiceField
        label={say("rematch.question")}
        sees={say("sees.only_you")}
        value={wish}
        options={wishes.map((one) => ({
          value: one,
          label: say(`rematch.wish_${one}`),
          hint: say(`rematch.wish_${one}_meaning`),
        }))}
        onChange={(value) => onWish(wishes.find((one) => one === value) ?? "now")}
      />
      <LongTextField
        label={say("rematch.note")}
        hint={say("rematch.note_hint")}
        sees={say("sees.only_you")}
        value={note}
        maxLength={1000}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => onNote(event.currentTarget.value)) as never
        }
      />
    </>
  );
}
