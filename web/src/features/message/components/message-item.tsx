import {
  type Attachment,
  addressOf,
  type Message,
  usePutMessage,
  useTakeBack,
} from "features/message/api/messages";
import type { Thread } from "features/message/api/threads";
import styles from "features/message/components/message.module.css";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Confirm } from "ui/confirm/confirm";
import { LongTextField } from "ui/form/fields";
import said from "ui/said/said.module.css";
import { Trouble } from "ui/state/trouble";

interface MessageItemProps {
  thread: Thread;
  message: Message;
  partner: string;
}

export function MessageItem({ thread, message, partner }: MessageItemProps) {
  const say = useSay();
  const dates = useDates();
  const [edited, setEdited] = useState<string | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  const put = usePutMessage(thread.id);
  const takeBack = useTakeBack(thread.id);
  const may = (action: Message["allowed_actions"][number]) => message.allowed_actions.includes(action);
  const save = () =>
    put.mutate({ id: message.id, text: edited ?? "" }, { onSuccess: () => setEdited(undefined) });

  return (
    <li className={message.is_own ? `${said.message} ${said.own}` : said.message}>
      <div className={said.head}>
        <strong>{message.is_own ? say("thread.you") : partner}</strong>
        <span>
          {dates.moment(message.written_at)}
          {message.edited_at && ` · ${say("thread.edited")}`}
        </span>
      </div>
      {message.taken_back_at && <p className="quiet">{say("thread.taken_back")}</p>}
      {edited === undefined && message.text && <p className={said.text}>{message.text}</p>}
      {message.attachments.map((one) => (
        <AttachmentLink key={one.id} thread={thread.id} attachment={one} />
      ))}
      {edited !== undefined && (
        <>
          <LongTextField
            label={say("thread.edit")}
            value={edited}
            onChange={
              ((event: { currentTarget: HTMLTextAreaElement }) =>
                setEdited(event.currentTarget.value)) as never
            }
          />
          <div className="row">
            <Button busy={put.isPending} onClick={save}>
              {say("thread.save")}
            </Button>
            <Button kind="bare" onClick={() => setEdited(undefined)}>
              {say("ui.go_back")}
            </Button>
          </div>
        </>
      )}
      {edited === undefined && message.allowed_actions.length > 0 && (
        <div className="row">
          {may("edit") && (
            <Button kind="bare" onClick={() => setEdited(message.text ?? "")}>
              {say("thread.edit")}
            </Button>
          )}
          {may("take_back") && (
            <Button kind="bare" onClick={() => setAsking(true)}>
              {say("thread.take_back")}
            </Button>
          )}
        </div>
      )}
      <Trouble of={put.error ?? takeBack.error} />
      <Confirm
        open={asking}
        question={say("thread.take_back_question")}
        yes={say("thread.take_back")}
        busy={takeBack.isPending}
        onYes={() => takeBack.mutate(message.id, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("thread.take_back_meaning", { partner })}</p>
      </Confirm>
    </li>
  );
}

function AttachmentLink({ thread, attachment }: { thread: string; attachment: Attachment }) {
  const say = useSay();
  const address = addressOf(thread, attachment.id);
  const size = say("thread.size", { kilobytes: Math.max(1, Math.round(attachment.octets / 1024)) });
  if (attachment.width && attachment.height) {
    return (
      <a href={address} target="_blank" rel="noreferrer">
        <img
          className={styles.picture}
          src={address}
          alt={attachment.name}
          width={attachment.width}
          height={attachment.height}
          loading="lazy"
        />
      </a>
    );
  }
  return (
    <p>
      <a href={address} download={attachment.name}>
        {attachment.name}
      </a>{" "}
      <span className="small quiet">{size}</span>
    </p>
  );
}
