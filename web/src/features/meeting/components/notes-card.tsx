import {
  type Notebook,
  notebookKey,
  usePutPrivateNote,
  usePutSharedNote,
} from "features/meeting/api/notebook";
import styles from "features/meeting/components/notebook.module.css";
import { useAgain } from "lib/api-client/again";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Sees } from "ui/sees/sees";

/** One's own note, and the note of both. */
export function NotesCards({ notebook }: { notebook: Notebook }) {
  return (
    <div className="cards">
      <NoteCard which="private_note" notebook={notebook} request={usePutPrivateNote(notebook.id)} />
      <NoteCard which="shared_note" notebook={notebook} request={usePutSharedNote(notebook.id)} />
    </div>
  );
}

interface NoteCardProps {
  which: "private_note" | "shared_note";
  notebook: Notebook;
  request: ReturnType<typeof usePutSharedNote>;
}

function NoteCard({ which, notebook, request }: NoteCardProps) {
  const say = useSay();
  const [writing, setWriting] = useState(false);
  const note = notebook[which];
  return (
    <Card
      title={say(`note.${which}`)}
      beside={<Sees>{say(which === "private_note" ? "sees.only_you" : "meeting.sees_two")}</Sees>}
    >
      {writing ? (
        <NoteForm which={which} notebook={notebook} request={request} onDone={() => setWriting(false)} />
      ) : (
        <>
          <p className={note.text ? styles.text : "quiet"}>{note.text || say("note.nothing_yet")}</p>
          {notebook.may_write && (
            <div>
              <Button
                label={`${say("note.write")}: ${say(`note.${which}`)}`}
                onClick={() => setWriting(true)}
              >
                {say("note.write")}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}

function NoteForm({ which, notebook, request, onDone }: NoteCardProps & { onDone: () => void }) {
  const say = useSay();
  const again = useAgain<Notebook>(notebookKey(notebook.id));
  const [read] = useState(notebook[which]);
  const form = useRequestForm({
    initialValues: { text: read.text },
    request,
    over: {
      read,
      again: async () => (await again())[which],
      values: ({ text }) => ({ text }),
      onTaken: onDone,
    },
    body: ({ text }, { version }) => ({ version, text }),
    onDone,
    unsent: `${which}.${notebook.id}`,
  });
  return (
    <RequestForm
      form={form}
      kind="plain"
      submit={say("ui.save")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("ui.go_back")}
        </Button>
      }
    >
      <LongTextField rows={6} label={say(`note.${which}`)} {...form.fields.getInputProps("text")} />
    </RequestForm>
  );
}
