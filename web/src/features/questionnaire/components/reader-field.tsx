import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { ChoiceField } from "ui/form/choice-field";
import { TextField } from "ui/form/fields";

/** A colleague found by name; whoever draws the form knows how to look. */
export interface FoundReader {
  id: string;
  name: string;
  job_title?: string | null;
}

interface ReaderFieldProps {
  /** Who is named already. */
  reader: string | null;
  found: FoundReader[];
  search: string;
  onSearch: (typed: string) => void;
  value?: string;
  onChange?: (id: string) => void;
  error?: ReactNode;
}

const mostShown = 8;

/** Who reads what is written in words: somebody of the house, named to whoever writes. */
export function ReaderField({ reader, found, search, onSearch, ...field }: ReaderFieldProps) {
  const say = useSay();
  const isLooking = search.trim() !== "";
  return (
    <section className="stack">
      <h3>{say("asking.reader")}</h3>
      <p className="quiet">{say("asking.reader_means")}</p>
      {reader && <p>{say("asking.reader_named", { reader })}</p>}
      <TextField
        type="search"
        label={say("asking.reader_search")}
        value={search}
        data-path="reader_id"
        error={isLooking ? undefined : field.error}
        onChange={(event: { target: { value: string } }) => onSearch(event.target.value)}
      />
      {isLooking && (
        <ChoiceField
          label={say("asking.reader_whom")}
          hint={found.length === 0 ? say("asking.reader_nobody") : undefined}
          options={found.slice(0, mostShown).map(({ id, name, job_title }) => ({
            value: id,
            label: name,
            ...(job_title ? { hint: job_title } : {}),
          }))}
          {...field}
        />
      )}
    </section>
  );
}
