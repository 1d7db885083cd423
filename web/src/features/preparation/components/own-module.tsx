import type { Row } from "features/preparation/components/plan-row";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { LongTextField, SelectField, TextField } from "ui/form/fields";

const readers = ["both", "mentor", "mentee"] as const;

interface OwnModuleProps {
  row: Row;
  onChange: (changed: Partial<Row>) => void;
  errors: { title?: ReactNode; text?: ReactNode };
}

/** A module in the programme's own words. */
export function OwnModule({ row, onChange, errors }: OwnModuleProps) {
  const say = useSay();
  const typed = (name: "title" | "text" | "reader") =>
    ((event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value } as Partial<Row>)) as never;
  return (
    <details open={row.isNew}>
      <summary>{say("preparation.own_words")}</summary>
      <div className="stack">
        <TextField
          label={say("preparation.own_title")}
          value={row.title}
          error={errors.title}
          onChange={typed("title")}
        />
        <SelectField
          label={say("preparation.own_reader")}
          value={row.reader}
          options={readers.map((value) => ({ value, label: say(`preparation.reader_${value}`) }))}
          onChange={typed("reader")}
        />
        <LongTextField
          rows={6}
          label={say("preparation.own_text")}
          hint={say("preparation.own_text_hint")}
          value={row.text ?? ""}
          error={errors.text}
          onChange={typed("text")}
        />
      </div>
    </details>
  );
}
