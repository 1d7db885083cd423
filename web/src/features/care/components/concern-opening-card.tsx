import {
  type Contact,
  type Picked,
  type PickedWithoutNames,
  useConcernContacts,
  useRaiseConcern,
} from "features/care/api/concerns";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { LongTextField, SelectField } from "ui/form/fields";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

interface ConcernOpeningCardProps {
  /** Those the reader takes part in; at least one. */
  programmes: { id: string; name: string }[];
  /** Messages of a thread that are shown with it. */
  picked?: Picked | undefined;
  /** Or of an acquaintance, without the other's name. */
  pickedWithoutNames?: PickedWithoutNames | undefined;
  /** Where they are picked. */
  picker?: ReactNode;
}

/** Something is wrong: to whom, what they may do, and what will happen, before it is sent. */
export function ConcernOpeningCard({
  programmes,
  picked,
  pickedWithoutNames,
  picker,
}: ConcernOpeningCardProps) {
  const say = useSay();
  const [programme, setProgramme] = useState(programmes[0]?.id ?? "");
  const contacts = useConcernContacts(programme);
  return (
    <Card title={say("concern.write")} beside={<Sees>{say("concern.sees")}</Sees>}>
      {programmes.length > 1 && (
        <SelectField
          label={say("concern.programme")}
          value={programme}
          options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={
            ((event: { currentTarget: HTMLSelectElement }) =>
              setProgramme(event.currentTarget.value)) as never
          }
        />
      )}
      <Answered query={contacts}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say("concern.nobody_yet")}</p>
          ) : (
            <ConcernForm
              key={programme}
              programme={programme}
              contacts={items}
              picked={picked}
              pickedWithoutNames={pickedWithoutNames}
              picker={picker}
            />
          )
        }
      </Answered>
    </Card>
  );
}

const wishes = ["advice_only", "act"] as const;

interface ConcernFormProps extends Omit<ConcernOpeningCardProps, "programmes"> {
  programme: string;
  contacts: Contact[];
}

function ConcernForm({ programme, contacts, picked, pickedWithoutNames, picker }: ConcernFormProps) {
  const say = useSay();
  const dates = useDates();
  const raise = useRaiseConcern();
  const [contactId, setContactId] = useState("");
  const [wish, setWish] = useState<(typeof wishes)[number]>("advice_only");
  const [text, setText] = useState("");
  const ids = useRef({ concern: crypto.randomUUID(), message: crypto.randomUUID() });
  const contact = contacts.find(({ id }) => id === contactId);
  if (raise.isSuccess) return <p role="status">{say("concern.sent")}</p>;
  const about = (one: Contact) =>
    [
      one.reads_by_link && say("concern.from_outside"),
      one.away_until_on &&
        say("concern.away", {
          name: one.name,
          day: dates.day(one.away_until_on),
          substitute: one.substitute ?? "none",
        }),
    ]
      .filter(Boolean)
      .join(" ");
  return (
    <>
      <ChoiceField
        label={say("concern.to")}
        value={contactId}
        onChange={setContactId}
        options={contacts.map((one) => ({
          value: one.id,
          label: one.name,
          ...(about(one) ? { hint: about(one) } : {}),
        }))}
      />
      <ChoiceField
        label={say("concern.wish")}
        value={wish}
        onChange={(chosen) => setWish(wishes.find((one) => one === chosen) ?? "advice_only")}
        options={wishes.map((one) => ({ value: one, label: say(`concern.wish_${one}`) }))}
      />
      {picker}
      <LongTextField
        label={say("concern.words")}
        rows={6}
        maxLength={4000}
        value={text}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => setText(event.currentTarget.value)) as never
        }
      />
      {contact && (
        <WhatHappens
          contact={contact}
          wish={wish}
          shown={(picked ?? pickedWithoutNames)?.message_ids.length ?? 0}
        />
      )}
      <Trouble of={raise.error} />
      <div>
        <Button
          kind="filled"
          busy={raise.isPending}
          disabled={!contact || !text.trim()}
          onClick={() =>
            raise.mutate({
              programme,
              id: ids.current.concern,
              contact_id: contactId,
              message_id: ids.current.message,
              wish,
              text,
              picked: picked && picked.message_ids.length > 0 ? picked : null,
              picked_without_names:
                pickedWithoutNames && pickedWithoutNames.message_ids.length > 0 ? pickedWithoutNames : null,
            })
          }
        >
          {contact ? say("concern.send_to", { name: contact.name }) : say("concern.send")}
        </Button>
      </div>
    </>
  );
}

interface WhatHappensProps {
  contact: Contact;
  wish: (typeof wishes)[number];
  /** How many messages are shown with it. */
  shown: number;
}

/** Said before it is sent, because afterwards it is no choice. */
function WhatHappens({ contact, wish, shown }: WhatHappensProps) {
  const say = useSay();
  const { name } = contact;
  return (
    <section className="stack">
      <h3>{say("concern.what_happens")}</h3>
      <ul>
        <li>{say("concern.happens_read", { name })}</li>
        {shown > 0 && <li>{say("concern.happens_shown", { count: shown })}</li>}
        <li>{say(`concern.happens_${wish}`, { name })}</li>
        <li>{say("concern.happens_told", { name })}</li>
        <li>{say("concern.happens_reply")}</li>
        <li>{say("concern.happens_nowhere", { months: contact.kept_months })}</li>
      </ul>
    </section>
  );
}
