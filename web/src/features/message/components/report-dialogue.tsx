import { useMessages } from "features/message/api/messages";
import { useContacts, useReport } from "features/message/api/reports";
import type { Thread } from "features/message/api/threads";
import { foundIn } from "lib/api-client/list";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Dialogue } from "ui/dialogue/dialogue";
import { ChoiceField, LongTextField, TickField } from "ui/form/fields";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

const mostPicked = 20;

interface ReportDialogueProps {
  thread: Thread;
  partner: string;
  onClose: () => void;
}

/** Something is wrong: who is told, what they are shown, and that this is not the official channel. */
export function ReportDialogue({ thread, partner, onClose }: ReportDialogueProps) {
  const say = useSay();
  const contacts = useContacts(thread.id);
  return (
    <Dialogue open wide title={say("reports.report")} onClose={onClose}>
      <Answered query={contacts}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say("reports.nobody_yet")}</p>
          ) : (
            <ReportForm thread={thread} partner={partner} contacts={items} />
          )
        }
      </Answered>
      <p className="quiet">{say("reports.official_channel")}</p>
      <div>
        <Button onClick={onClose}>{say("ui.go_back")}</Button>
      </div>
    </Dialogue>
  );
}

interface ReportFormProps extends Omit<ReportDialogueProps, "onClose"> {
  contacts: { id: string; name: string }[];
}

function ReportForm({ thread, partner, contacts }: ReportFormProps) {
  const say = useSay();
  const dates = useDates();
  const report = useReport(thread.id);
  const { rows, more } = foundIn(useMessages(thread.id, ""));
  const [contact, setContact] = useState(contacts[0]?.id ?? "");
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [words, setWords] = useState("");
  const id = useRef(crypto.randomUUID());
  const standing = (rows ?? []).filter((one) => one.text);
  const isFull = picked.length >= mostPicked;
  const toggle = (one: string) =>
    setPicked(picked.includes(one) ? picked.filter((other) => other !== one) : [...picked, one]);

  if (report.isSuccess) return <p role="status">{say("reports.sent")}</p>;
  return (
    <>
      <ChoiceField
        label={say("reports.to")}
        value={contact}
        options={contacts.map(({ id: value, name }) => ({ value, label: name }))}
        onChange={setContact}
      />
      <p>{say("reports.pick", { partner })}</p>
      {standing.length === 0 && <p className="quiet">{say("thread.none")}</p>}
      {standing.map((one) => (
        <TickField
          key={one.id}
          label={`${one.is_own ? say("thread.you") : partner}: ${one.text}`}
          hint={dates.moment(one.written_at)}
          checked={picked.includes(one.id)}
          disabled={isFull && !picked.includes(one.id)}
          onChange={() => toggle(one.id)}
        />
      ))}
      {more && (
        <div>
          <Button busy={more.busy} onClick={more.onMore}>
            {say("thread.earlier")}
          </Button>
        </div>
      )}
      <LongTextField
        label={say("reports.words")}
        value={words}
        maxLength={2000}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => setWords(event.currentTarget.value)) as never
        }
      />
      <div>
        <Button
          kind="filled"
          busy={report.isPending}
          disabled={picked.length === 0}
          onClick={() =>
            report.mutate({
              id: id.current,
              contact_id: contact,
              message_ids: [...picked],
              words: words.trim(),
            })
          }
        >
          {say("reports.send")}
        </Button>
      </div>
      <Trouble of={report.error} />
    </>
  );
}
