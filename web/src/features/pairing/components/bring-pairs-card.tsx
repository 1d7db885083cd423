import { useBringPairs } from "features/pairing/api/bring-pairs";
import { type Joined, type PastedPair, readPastedPairs } from "features/pairing/components/pasted-pairs";
import { Refusal } from "lib/api-client/refusal";
import { type Called, useLabels } from "lib/i18n/called";
import { useKnows, useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField, SelectField } from "ui/form/fields";
import { useRefusalSentence } from "ui/state/refusal-sentence";
import { type Column, PlainTable } from "ui/table/plain-table";
import { toast } from "ui/toast/toast";

interface BringPairsCardProps {
  programmeId: string;
  /** The programme's own labels for the two sides, where it has any. */
  called: Called | undefined;
  joined: Joined[];
}

type Side = Joined["side"];

/** A programme that has run elsewhere comes here: its pairs are pasted, and both people of each confirm. */
export function BringPairsCard({ programmeId, called, joined }: BringPairsCardProps) {
  const say = useSay();
  const { head } = useLabels(called);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const bring = useBringPairs(programmeId);
  const whyNot = useWhyNot(bring.error);
  const rows = readPastedPairs(text, joined).map((pair, at) => ({ ...pair, at }));
  const personOf = (pair: PastedPair & { at: number }, side: Side) =>
    pair[side].length > 1
      ? pair[side].find((one) => one.person_id === chosen[`${pair.at} ${side}`])
      : pair[side][0];
  const pairs = rows.flatMap((row) => {
    const mentor = personOf(row, "mentor");
    const mentee = personOf(row, "mentee");
    if (!mentor || !mentee) return [];
    const { meetings_before } = row;
    return [{ mentor_id: mentor.person_id, mentee_id: mentee.person_id, meetings_before }];
  });
  const isWhole = rows.length > 0 && pairs.length === rows.length;
  const send = () =>
    bring.mutate(pairs, {
      onSuccess: ({ ids }) => {
        setText("");
        toast(say("bring.brought", { count: ids.length }));
      },
    });

  const person = (side: Side): Column<(typeof rows)[number]> => ({
    name: side,
    head: head(side),
    cell: (row) => {
      const written = row.written[side];
      if (row[side].length === 0) return <span>{say("bring.not_joined", { name: written })}</span>;
      if (row[side].length === 1) return <strong>{row[side][0]?.name}</strong>;
      return (
        <SelectField
          aria-label={say("bring.which", { name: written })}
          label=""
          value={chosen[`${row.at} ${side}`] ?? ""}
          options={[
            { value: "", label: say("bring.which", { name: written }) },
            ...row[side].map((one) => ({
              value: one.person_id,
              label: [one.name, one.department].filter(Boolean).join(" · "),
            })),
          ]}
          onChange={(event: { target: { value: string } }) =>
            setChosen((now) => ({ ...now, [`${row.at} ${side}`]: event.target.value }))
          }
        />
      );
    },
  });

  return (
    <details>
      <summary>{say("bring.title")}</summary>
      <Card>
        <p>{say("bring.means")}</p>
        <LongTextField
          label={say("bring.rows")}
          hint={say("bring.rows_hint")}
          rows={4}
          value={text}
          onChange={(event: { target: { value: string } }) => {
            bring.reset();
            setText(event.target.value);
          }}
        />
        {rows.length > 0 && (
          <PlainTable
            caption={say("bring.title")}
            rows={rows}
            rowKey={({ at }) => String(at)}
            columns={[
              person("mentor"),
              person("mentee"),
              {
                name: "met",
                head: say("bring.met"),
                isNumber: true,
                cell: ({ meetings_before }) => meetings_before,
              },
              { name: "why_not", head: say("bring.why_not"), cell: ({ at }) => whyNot.of(at) ?? "–" },
            ]}
          />
        )}
        {whyNot.ofAll && <p role="alert">{whyNot.ofAll}</p>}
        <div className="row">
          <Button busy={bring.isPending} disabled={!isWhole} onClick={send}>
            {say("bring.send", { count: rows.length })}
          </Button>
          {rows.length > 0 && !isWhole && <span className="quiet">{say("bring.not_all_found")}</span>}
        </div>
      </Card>
    </details>
  );
}

/** A pair that was refused says why beside it, with the code of the refusal; nothing was brought then. */
function useWhyNot(error: Error | null) {
  const say = useSay();
  const knows = useKnows();
  const sentenceOf = useRefusalSentence();
  const fields = error instanceof Refusal ? error.fields : [];
  const sentence = (code: string) => {
    const key = `refusal.${code}`;
    return knows(key) ? say(key) : say("refusal.unknown", { code });
  };
  return {
    of: (at: number) => {
      const field = fields.find(({ pointer }) => `${pointer}/`.startsWith(`/pairs/${at}/`));
      return field && <span role="alert">{sentence(field.code)}</span>;
    },
    ofAll: error && fields.length === 0 ? sentenceOf(error) : undefined,
  };
}
