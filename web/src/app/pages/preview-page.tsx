import { useNavigate } from "@tanstack/react-router";
import { useTopicName } from "app/topic-names";
import { type PreviewRow, useMatchPreview } from "features/matching/api/match-preview";
import { readPastedRows } from "features/matching/components/pasted-rows";
import { PreviewResult } from "features/matching/components/preview-result";
import { useKeepRows } from "features/person/api/keep-rows";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { Page } from "ui/page/page";
import { Trouble } from "ui/state/trouble";

/** Paste thirty rows, see your programme. Nothing is stored. */
export function PreviewPage() {
  const say = useSay();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [rows, setRows] = useState<PreviewRow[]>([]);
  const topicName = useTopicName();
  const preview = useMatchPreview();
  const keep = useKeepRows();
  const keepRows = () =>
    keep.mutate(rows, {
      onSuccess: ({ id }) =>
        void navigate({ to: "/administration/import/$import_id", params: { import_id: id } }),
    });
  const show = () => {
    const read = readPastedRows(text);
    setRows(read);
    preview.mutate(read, { onSuccess: () => window.scrollTo({ top: 0 }) });
  };
  return (
    <Page
      sentence={
        preview.data
          ? say("matching.preview_sentence", { pairs: preview.data.pairs.length })
          : say("nav.preview_run")
      }
      title={say("nav.preview_run")}
      below={say("matching.preview_promise")}
    >
      {preview.data && <PreviewResult rows={rows} preview={preview.data} topicName={topicName} />}
      {preview.data && (
        <Card title={say("matching.keep_title")}>
          <p>{say("matching.keep_means")}</p>
          <div className="row">
            <Button busy={keep.isPending} onClick={keepRows}>
              {say("matching.keep", { count: rows.length })}
            </Button>
          </div>
          <Trouble of={keep.error} />
        </Card>
      )}
      <Card title={preview.data ? say("matching.change_rows") : undefined}>
        <LongTextField
          label={say("matching.paste")}
          hint={say("matching.paste_hint")}
          rows={8}
          value={text}
          onChange={(event: { currentTarget: { value: string } }) => setText(event.currentTarget.value)}
        />
        <div className="row">
          <Button kind="filled" busy={preview.isPending} disabled={text.trim() === ""} onClick={show}>
            {say("matching.preview_show")}
          </Button>
        </div>
        <Trouble of={preview.error} />
      </Card>
    </Page>
  );
}
