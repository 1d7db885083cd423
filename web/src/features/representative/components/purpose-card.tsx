import { type MappedPurpose, useWriteLegalBasis } from "features/representative/api/open-pages";
import styles from "features/representative/components/facts.module.css";
import { useKeptWords } from "features/representative/components/kept-words";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

/** One purpose: what is kept for it, where, for how long, and the legal basis that the house itself has written. */
export function PurposeCard({ one, mayWrite }: { one: MappedPurpose; mayWrite: boolean }) {
  const say = useSay();
  const dates = useDates();
  const keptWords = useKeptWords();
  const [writing, setWriting] = useState(false);
  return (
    <Card title={one.purpose}>
      <p>{one.data}</p>
      <dl className={styles.facts}>
        <div>
          <dt className="small quiet">{say("open_pages.how_long")}</dt>
          {one.kept_for.map((kept) => (
            <dd key={kept.key}>
              {kept.what}: {keptWords(kept)}
            </dd>
          ))}
        </div>
        <div>
          <dt className="small quiet">{say("open_pages.where")}</dt>
          <dd>
            {say("open_pages.tables", { count: one.tables.length })}{" "}
            {one.tables.map((table) => (
              <code key={table}>{one.sealed.includes(table) ? `${table}* ` : `${table} `}</code>
            ))}
          </dd>
        </div>
        <div>
          <dt className="small quiet">{say("open_pages.legal_basis")}</dt>
          <dd>
            {one.legal_basis ?? say("open_pages.no_basis")}
            {one.legal_basis_written_on && (
              <span className="quiet small">
                {" "}
                {say("open_pages.basis_written", { day: dates.day(one.legal_basis_written_on) })}
              </span>
            )}
          </dd>
        </div>
      </dl>
      {mayWrite && !writing && (
        <div>
          <Button
            label={say("open_pages.write_basis_of", { purpose: one.purpose })}
            onClick={() => setWriting(true)}
          >
            {say("open_pages.write_basis")}
          </Button>
        </div>
      )}
      {writing && <BasisForm one={one} onDone={() => setWriting(false)} />}
    </Card>
  );
}

function BasisForm({ one, onDone }: { one: MappedPurpose; onDone: () => void }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { basis: one.legal_basis ?? "" },
    request: useWriteLegalBasis(one.key),
    body: ({ basis }) => ({ version: one.version, basis }),
    onDone,
  });
  return (
    <RequestForm
      form={form}
      kind="plain"
      submit={say("open_pages.save")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("ui.go_back")}
        </Button>
      }
    >
      <LongTextField
        label={say("open_pages.legal_basis")}
        hint={say("open_pages.basis_hint")}
        {...form.fields.getInputProps("basis")}
      />
    </RequestForm>
  );
}
