import type { ColumnMapping, MappingProposal, PersonField } from "features/person/api/propose-mapping";
import { wordsOfColumn } from "features/person/api/read-header";
import { guessed, type LevelWord, LevelWords } from "features/person/components/level-words";
import { useSay } from "lib/i18n/say";
import { useEffect, useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { LongTextField, SelectField, TextField } from "ui/form/fields";
import { TickField } from "ui/form/tick-field";
import { PlainTable } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

const fields = [
  "name",
  "given_name",
  "family_name",
  "called_name",
  "pronouns",
  "external_id",
  "email",
  "sign_in_name",
  "department",
  "site",
  "job_title",
  "level",
  "manager_name",
  "manager_id",
  "manager_email",
  "hired_on",
  "left_on",
  "time_zone",
  "language",
] as const satisfies readonly PersonField[];

const levelSources = ["none", "rising_number", "falling_number", "words", "job_titles"] as const;

type Column = MappingProposal["columns"][number];
type Typed = { target: { value: string } };

/** What the server asked before it reads: a day that could be two, or people whom only their names tell apart. */
export interface ImportQuestion {
  pointer: string;
  params: Record<string, string>;
}

interface MappingFormProps {
  proposal: MappingProposal;
  /** The file itself, which stays in the browser until it is sent, with the mapping in front. */
  octets: Blob;
  /** For rows without headings: a cell of each column, to know it by. */
  examples?: string[] | undefined;
  questions: ImportQuestion[];
  busy: boolean;
  refusal: string | undefined;
  /** Only an administrator keeps people whom nobody has invited. */
  mayKeepUninvited: boolean;
  onSend: (mapping: ColumnMapping) => void;
  onBack: () => void;
}

/** Which column is read into which field; all others are dropped while reading. */
export function MappingForm(props: MappingFormProps) {
  const { proposal, octets, examples, questions, busy, refusal, mayKeepUninvited, onSend, onBack } = props;
  const say = useSay();
  const [columns, setColumns] = useState<Column[]>(proposal.columns);
  const [mapping, setMapping] = useState<ColumnMapping>(proposal.mapping);
  const hasHeader = examples === undefined;
  const wordColumn = columns.find(
    ({ field }) => field === (mapping.level_source === "job_titles" ? "job_title" : "level"),
  )?.position;
  const [words, setWords] = useLevelWords(octets, mapping, wordColumn, hasHeader);
  const [listed, setListed] = useState("");
  // The questions stand above what was pressed: whoever is asked is brought there.
  const asked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (questions.length > 0) asked.current?.scrollIntoView({ block: "center" });
  }, [questions]);
  const change = (part: Partial<ColumnMapping>) => setMapping((now) => ({ ...now, ...part }));
  const choose = (position: number, chosen: string) => {
    const field = fields.find((one) => one === chosen) ?? null;
    setColumns((now) =>
      now.map((one) => {
        if (one.position === position) return { ...one, field };
        return field !== null && one.field === field ? { ...one, field: null } : one;
      }),
    );
  };
  const send = () =>
    onSend({
      ...mapping,
      has_header: hasHeader,
      columns: columns.flatMap(({ position, header, field }) => (field ? [{ position, header, field }] : [])),
      level_words: hasWords(mapping) ? words.map(({ word, level }) => ({ word, level })) : [],
      listed: mapping.keep === "only_listed" ? lines(listed) : [],
    });

  return (
    <>
      <Card
        title={say("import.mapping_title")}
        beside={proposal.is_saved ? <Tag tone="good">{say("import.mapping_saved")}</Tag> : undefined}
      >
        <p className="quiet">{say("import.mapping_words")}</p>
        <PlainTable
          caption={say("import.mapping_title")}
          rows={columns.filter((one) => one.never_read === null)}
          rowKey={(one) => String(one.position)}
          columns={[
            {
              name: "header",
              head: say("import.column"),
              cell: (one) =>
                examples ? (
                  <>
                    {one.header}
                    <br />
                    <span className="small quiet">{examples[one.position]}</span>
                  </>
                ) : (
                  one.header || say("import.no_header")
                ),
            },
            {
              name: "field",
              head: say("import.becomes"),
              cell: (one) => (
                <SelectField
                  aria-label={say("import.becomes_of", { column: one.header })}
                  label=""
                  value={one.field ?? ""}
                  options={[
                    { value: "", label: say("import.not_read") },
                    ...fields.map((field) => ({ value: field, label: say(`import.field_${field}`) })),
                  ]}
                  onChange={(event: Typed) => choose(one.position, event.target.value)}
                />
              ),
            },
          ]}
        />
        <NeverRead columns={columns.filter((one) => one.never_read !== null)} />
      </Card>
      {questions.length > 0 && (
        <div ref={asked}>
          <Card title={say("import.questions")}>
            {questions.map((question) =>
              question.pointer === "/day_order" ? (
                <ChoiceField
                  key={question.pointer}
                  label={say("import.day_question", {
                    value: question.params.value,
                    line: question.params.line,
                  })}
                  value={mapping.day_order ?? ""}
                  options={[
                    {
                      value: "day_first",
                      label: say("import.day_first"),
                      hint: question.params.day_first ?? "",
                    },
                    {
                      value: "month_first",
                      label: say("import.month_first"),
                      hint: question.params.month_first ?? "",
                    },
                  ]}
                  onChange={(value) =>
                    change({ day_order: value === "day_first" ? "day_first" : "month_first" })
                  }
                />
              ) : (
                <TickField
                  key={question.pointer}
                  label={say("import.recognise_by_name")}
                  hint={say("import.recognise_by_name_hint")}
                  checked={mapping.recognise_by_name}
                  onChange={(event: { target: { checked: boolean } }) =>
                    change({ recognise_by_name: event.target.checked })
                  }
                />
              ),
            )}
          </Card>
        </div>
      )}
      <Card title={say("import.more_title")}>
        <div className="thirds">
          <SelectField
            label={say("import.level_source")}
            value={mapping.level_source}
            options={levelSources.map((one) => ({ value: one, label: say(`import.level_${one}`) }))}
            onChange={(event: Typed) =>
              change({ level_source: levelSources.find((one) => one === event.target.value) ?? "none" })
            }
          />
          <TextField
            label={say("import.email_pattern")}
            hint={say("import.email_pattern_hint")}
            value={mapping.email_pattern ?? ""}
            onChange={(event: Typed) => change({ email_pattern: event.target.value.trim() || null })}
          />
          <TextField
            label={say("import.top")}
            hint={say("import.top_hint")}
            value={mapping.top ?? ""}
            onChange={(event: Typed) => change({ top: event.target.value.trim() || null })}
          />
        </div>
        {hasWords(mapping) &&
          (words.length > 0 ? (
            <LevelWords words={words} onChange={setWords} />
          ) : (
            <p className="quiet">{say("import.no_words_of_levels")}</p>
          ))}
        {!questions.some((one) => one.pointer === "/recognise_by_name") && (
          <TickField
            label={say("import.recognise_by_name")}
            hint={say("import.recognise_by_name_hint")}
            checked={mapping.recognise_by_name}
            onChange={(event: { target: { checked: boolean } }) =>
              change({ recognise_by_name: event.target.checked })
            }
          />
        )}
        <ChoiceField
          label={say("import.keep")}
          value={mapping.keep}
          options={[
            { value: "everyone", label: say("import.keep_everyone") },
            { value: "only_listed", label: say("import.keep_only_listed"), hint: say("import.keep_hint") },
          ]}
          onChange={(value) => change({ keep: value === "only_listed" ? "only_listed" : "everyone" })}
        />
        {mapping.keep === "only_listed" && (
          <LongTextField
            label={say("import.listed")}
            value={listed}
            onChange={(event: Typed) => setListed(event.target.value)}
          />
        )}
        {mayKeepUninvited ? (
          <TickField
            label={say("import.keep_uninvited")}
            hint={say("import.uninvited_hint")}
            checked={mapping.keep_uninvited ?? false}
            onChange={(event: { target: { checked: boolean } }) =>
              change({ keep_uninvited: event.target.checked })
            }
          />
        ) : (
          <p className="quiet small">{say("import.uninvited_hint")}</p>
        )}
        {refusal && <p role="alert">{refusal}</p>}
        <div className="row">
          <Button kind="filled" busy={busy} onClick={send}>
            {say("import.show_what_happens")}
          </Button>
          <Button kind="bare" onClick={onBack}>
            {say("import.other_file")}
          </Button>
        </div>
      </Card>
    </>
  );
}

/** Columns about what Obverse has no field for: seen by their heading, never read. */
function NeverRead({ columns }: { columns: Column[] }) {
  const say = useSay();
  if (columns.length === 0) return null;
  return (
    <details>
      <summary>{say("import.never_read", { count: columns.length })}</summary>
      <ul>
        {columns.map((one) => (
          <li key={one.position}>
            {one.header}{" "}
            <span className="small quiet">{one.never_read && say(`import.kind_${one.never_read}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const hasWords = ({ level_source }: ColumnMapping) =>
  level_source === "words" || level_source === "job_titles";

/** The words that levels are made of, read out of the file whenever their column changes. */
function useLevelWords(
  octets: Blob,
  mapping: ColumnMapping,
  column: number | undefined,
  hasHeader: boolean,
): [LevelWord[], (words: LevelWord[]) => void] {
  const [words, setWords] = useState<LevelWord[]>([]);
  const wanted = hasWords(mapping) ? column : undefined;
  const known = mapping.level_words;
  useEffect(() => {
    let isWanted = true;
    if (wanted === undefined) setWords([]);
    else
      wordsOfColumn(octets, wanted, hasHeader).then((found) => isWanted && setWords(guessed(found, known)));
    return () => {
      isWanted = false;
    };
  }, [octets, wanted, hasHeader, known]);
  return [words, setWords];
}
