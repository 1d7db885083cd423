import { useRecipients } from "features/message/api/lines";
import { NotOfficial } from "features/message/components/not-official";
import { useSay } from "lib/i18n/say";
import { LongTextField, SelectField } from "ui/form/fields";

/** What somebody leaving would like a person to talk to to know; nothing while `contact` is empty. */
export interface Word {
  contact: string;
  text: string;
}

interface WordToContactProps {
  programmeId: string;
  word: Word;
  onChange: (word: Word) => void;
}

/** A word without a name to a confidential contact of the programme. Nobody has to write one. */
export function WordToContact({ programmeId, word, onChange }: WordToContactProps) {
  const say = useSay();
  const contacts = useRecipients(programmeId).data?.contacts ?? [];
  if (contacts.length === 0) return null;
  return (
    <>
      <SelectField
        label={say("unnamed.word_to")}
        hint={say("unnamed.word_hint")}
        value={word.contact}
        options={[
          { value: "", label: say("unnamed.word_to_nobody") },
          ...contacts.map(({ id, name }) => ({ value: id, label: say("unnamed.to_contact", { name }) })),
        ]}
        onChange={
          ((event: { currentTarget: HTMLSelectElement }) =>
            onChange({ ...word, contact: event.currentTarget.value })) as never
        }
      />
      {word.contact !== "" && (
        <>
          <LongTextField
            label={say("unnamed.your_words")}
            hint={say("unnamed.leave_names_out")}
            sees={say("unnamed.sees")}
            value={word.text}
            maxLength={4000}
            onChange={
              ((event: { currentTarget: HTMLTextAreaElement }) =>
                onChange({ ...word, text: event.currentTarget.value })) as never
            }
          />
          <NotOfficial />
        </>
      )}
    </>
  );
}
