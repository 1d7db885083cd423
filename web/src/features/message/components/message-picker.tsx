import { useMessages } from "features/message/api/messages";
import { useThread } from "features/message/api/threads";
import { foundIn } from "lib/api-client/list";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { TickField } from "ui/form/tick-field";

const mostPicked = 20;

interface MessagePickerProps {
  threadId: string;
  picked: readonly string[];
  onChange: (picked: string[]) => void;
}

/** Which messages of a thread somebody is shown; nothing is picked to begin with. */
export function MessagePicker({ threadId, picked, onChange }: MessagePickerProps) {
  const say = useSay();
  const dates = useDates();
  const thread = useThread(threadId).data;
  const { rows, more } = foundIn(useMessages(threadId, ""));
  const standing = (rows ?? []).filter((one) => one.text);
  const isFull = picked.length >= mostPicked;
  const toggle = (one: string) =>
    onChange(picked.includes(one) ? picked.filter((other) => other !== one) : [...picked, one]);
  if (!thread || standing.length === 0) return null;
  const partner = thread.partner.name;
  return (
    <fieldset className="stack">
      <legend>{say("picker.which", { partner })}</legend>
      <p className="quiet">{say("picker.nothing_else", { partner })}</p>
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
    </fieldset>
  );
}
