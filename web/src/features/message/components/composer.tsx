import { type Attachment, usePutMessage, useUpload } from "features/message/api/messages";
import { useDraft } from "features/message/components/draft";
import styles from "features/message/components/message.module.css";
import { useSay } from "lib/i18n/say";
import { type ChangeEvent, useRef, useState } from "react";
import { Button } from "ui/button/button";
import { LongTextField } from "ui/form/fields";
import said from "ui/said/said.module.css";
import { Trouble } from "ui/state/trouble";
import { UploadTrouble } from "ui/state/upload-trouble";

const mostAttachments = 5;

/** Where one writes. What is not sent yet survives a reload. */
export function Composer({ threadId, partner }: { threadId: string; partner: string }) {
  const say = useSay();
  const draft = useDraft(`thread.${threadId}`);
  const put = usePutMessage(threadId);
  const upload = useUpload(threadId);
  const [files, setFiles] = useState<Attachment[]>([]);
  // Kept until it is sent, so that a second press after a lost answer sends the same message.
  const id = useRef(crypto.randomUUID());

  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const picked = [...(event.currentTarget.files ?? [])].slice(0, mostAttachments - files.length);
    event.currentTarget.value = "";
    for (const file of picked) {
      const kept = await upload.mutateAsync(file).catch(() => undefined);
      if (kept) setFiles((before) => [...before, kept]);
    }
  };
  const send = () =>
    put.mutate(
      { id: id.current, text: draft.text, attachmentIds: files.map((one) => one.id) },
      {
        onSuccess: () => {
          id.current = crypto.randomUUID();
          draft.forget();
          setFiles([]);
        },
      },
    );
  const isEmpty = draft.text.trim() === "" && files.length === 0;

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !put.isPending) send();
      }}
    >
      <LongTextField
        label={say("thread.write", { partner })}
        value={draft.text}
        maxLength={4000}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => draft.write(event.currentTarget.value)) as never
        }
      />
      {files.length > 0 && (
        <ul className={said.list}>
          {files.map((file) => (
            <li key={file.id} className={styles.waiting}>
              {file.name}
              <Button
                kind="bare"
                label={say("thread.leave_file", { name: file.name })}
                onClick={() => setFiles((before) => before.filter((one) => one !== file))}
              >
                {say("thread.leave")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button type="submit" busy={put.isPending} disabled={isEmpty || upload.isPending}>
          {say("thread.send")}
        </Button>
        {files.length < mostAttachments && (
          <label className={styles.pick}>
            {say(upload.isPending ? "thread.uploading" : "thread.attach")}
            <input
              className={styles.file}
              type="file"
              multiple
              accept="image/png,image/jpeg,application/pdf,text/plain,.md,.txt"
              onChange={(event) => void take(event)}
            />
          </label>
        )}
      </div>
      <p className="small quiet">{say("thread.attach_hint")}</p>
      <UploadTrouble error={upload.error} />
      <Trouble of={put.error} />
    </form>
  );
}
