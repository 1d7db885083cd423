import { useOpenLine, useRecipients } from "features/message/api/lines";
import { useDraft } from "features/message/components/draft";
import { NotOfficial } from "features/message/components/not-official";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { LongTextField, SelectField } from "ui/form/fields";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

const toCoordinators = "coordinators";

interface LineOpeningCardProps {
  /** Those the reader takes part in; at least one. */
  programmes: { id: string; name: string }[];
}

/** Writing without a name: to whom, among how many, and what is promised about it. */
export function LineOpeningCard({ programmes }: LineOpeningCardProps) {
  const say = useSay();
  const [programme, setProgramme] = useState(programmes[0]?.id ?? "");
  const recipients = useRecipients(programme);
  const [to, setTo] = useState(toCoordinators);
  const draft = useDraft("line.opening");
  const open = useOpenLine();
  const ids = useRef({ line: crypto.randomUUID(), message: crypto.randomUUID() });
  const send = () =>
    open.mutate(
      {
        programme,
        id: ids.current.line,
        contact_id: to === toCoordinators ? null : to,
        message_id: ids.current.message,
        text: draft.text,
      },
      {
        onSuccess: () => {
          ids.current = { line: crypto.randomUUID(), message: crypto.randomUUID() };
          draft.forget();
        },
      },
    );

  return (
    <Card title={say("unnamed.write_without_name")} beside={<Sees>{say("unnamed.sees")}</Sees>}>
      {programmes.length > 1 && (
        <SelectField
          label={say("unnamed.programme")}
          value={programme}
          options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={
            ((event: { currentTarget: HTMLSelectElement }) => {
              setProgramme(event.currentTarget.value);
              setTo(toCoordinators);
            }) as never
          }
        />
      )}
      <Answered query={recipients}>
        {({ coordinators, contacts }) => (
          <>
            <ChoiceField
              label={say("unnamed.to")}
              value={to}
              onChange={setTo}
              options={[
                {
                  value: toCoordinators,
                  label: say("unnamed.to_coordinators", {
                    names: coordinators.map(({ name }) => name).join(", "),
                  }),
                },
                ...contacts.map(({ id, name }) => ({
                  value: id,
                  label: say("unnamed.to_contact", { name }),
                })),
              ]}
            />
            {contacts.length === 0 && <p className="quiet">{say("unnamed.no_contact_yet")}</p>}
            <p>{say("unnamed.promise")}</p>
          </>
        )}
      </Answered>
      <LongTextField
        label={say("unnamed.your_words")}
        hint={say("unnamed.leave_names_out")}
        value={draft.text}
        maxLength={4000}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => draft.write(event.currentTarget.value)) as never
        }
      />
      <div>
        <Button busy={open.isPending} disabled={draft.text.trim() === ""} onClick={send}>
          {say("unnamed.send")}
        </Button>
      </div>
      {open.isSuccess && draft.text === "" && <p role="status">{say("unnamed.sent")}</p>}
      <Trouble of={open.error} />
      <NotOfficial />
    </Card>
  );
}
