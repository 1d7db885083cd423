import { type Concern, useKeepNote } from "features/care/api/concerns";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** What a contact writes down for themselves. */
export function NoteCard({ concern }: { concern: Concern }) {
  const say = useSay();
  const keep = useKeepNote(concern.id);
  const [text, setText] = useState(concern.note ?? "");
  return (
    <Card title={say("concern.note")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <LongTextField
        label={say("concern.note_words")}
        maxLength={8000}
        value={text}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => setText(event.currentTarget.value)) as never
        }
      />
      <div className="row">
        <Button busy={keep.isPending} onClick={() => keep.mutate({ text })}>
          {say("concern.keep_note")}
        </Button>
        {keep.isSuccess && text.trim() === (concern.note ?? "") && (
          <span role="status">{say("concern.kept")}</span>
        )}
      </div>
      <Trouble of={keep.error} />
    </Card>
  );
}
