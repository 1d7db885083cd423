import { firstRow, hasHeadings } from "features/person/api/read-header";
import styles from "features/person/components/import-source.module.css";
import { useSay } from "lib/i18n/say";
import { useId, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { TickField } from "ui/form/tick-field";

export interface Source {
  octets: Blob;
  kind: "file" | "paste";
  /** The first row of pasted rows that have no headings. */
  examples?: string[];
}

/** A file from anywhere, or rows copied out of a spreadsheet. */
export function ImportSource({ onChosen }: { onChosen: (source: Source) => void }) {
  const say = useSay();
  const fileId = useId();
  const [pasted, setPasted] = useState("");
  // Guessed from the first line until somebody says it.
  const [saidHeadings, setSaidHeadings] = useState<boolean>();
  const withHeadings = saidHeadings ?? hasHeadings(pasted);
  return (
    <div className="columns">
      <Card title={say("import.file_title")}>
        <p className="quiet">{say("import.file_words")}</p>
        <label htmlFor={fileId} className={styles.label}>
          {say("import.file")}
        </label>
        <input
          className={styles.file}
          id={fileId}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onChosen({ octets: file, kind: "file" });
          }}
        />
        <p className="small quiet">{say("import.never_stored")}</p>
      </Card>
      <Card title={say("import.paste_title")}>
        <LongTextField
          label={say("import.pasted")}
          hint={say("import.pasted_hint")}
          rows={6}
          value={pasted}
          onChange={(event: { target: { value: string } }) => setPasted(event.target.value)}
        />
        {pasted.trim() !== "" && (
          <TickField
            label={say("import.with_headings")}
            hint={say("import.with_headings_hint")}
            checked={withHeadings}
            onChange={(event: { target: { checked: boolean } }) => setSaidHeadings(event.target.checked)}
          />
        )}
        <div>
          <Button
            disabled={pasted.trim() === ""}
            onClick={() =>
              onChosen({
                octets: new Blob([pasted]),
                kind: "paste",
                ...(withHeadings ? {} : { examples: firstRow(pasted) }),
              })
            }
          >
            {say("import.read_rows")}
          </Button>
        </div>
      </Card>
    </div>
  );
}
