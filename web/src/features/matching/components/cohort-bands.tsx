import type { RunLeftover, RunPair } from "features/matching/api/match-run-lists";
import { type Band, bandsOf, type Group } from "features/matching/components/bands";
import { BandsPicture } from "features/matching/components/bands-picture";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "ui/button/button";
import { type Column, PlainTable } from "ui/table/plain-table";

interface CohortBandsProps {
  pairs: RunPair[];
  leftovers: RunLeftover[];
  called: Called | undefined;
  /** Draws some of the pairs one by one, with those beside them who have no partner yet. */
  closer: (pairs: RunPair[], leftovers: RunLeftover[]) => ReactNode;
}

/** So many lines can be told apart, and so many people beside them. */
const lines = 60;
const beside = 20;

interface Row {
  key: string;
  from: string;
  to: string;
  count: number;
  band?: Band;
}

/** A cohort of hundreds or thousands: by department, and from there pair by pair. */
export function CohortBands({ pairs, leftovers, called, closer }: CohortBandsProps) {
  const say = useSay();
  const { head } = useLabels(called);
  const [chosenKey, setChosen] = useState<string>();
  const [isTable, setTable] = useState(false);
  const bands = useMemo(() => bandsOf(pairs, leftovers), [pairs, leftovers]);
  const nameOf = ({ kind, name }: Group) =>
    kind === "department"
      ? name
      : say(kind === "rest" ? "matching.band_rest" : "matching.band_unknown", { count: Number(name) });
  const chosen = bands.bands.find(({ key }) => key === chosenKey);
  const widest = bands.bands[0];
  const seen = useRef<HTMLElement>(null);
  // It appears above the table in which it was chosen.
  useEffect(() => {
    if (chosenKey !== undefined) seen.current?.focus();
  }, [chosenKey]);
  const inWords = ({ from, to, pairs: { length } }: Band) =>
    say("matching.band", { from: nameOf(from), to: nameOf(to), count: length });
  const isBeside = ({ side, person }: RunLeftover, { from, to }: Band) =>
    isOf(side === "mentor" ? from : to, person.department, bands[side === "mentor" ? "mentors" : "mentees"]);
  const alone = (groups: Group[], side: "from" | "to"): Row[] =>
    groups
      .filter((group) => group.alone > 0)
      .map((group) => ({
        key: `${side} ${group.key}`,
        from: side === "from" ? nameOf(group) : say("matching.band_nobody"),
        to: side === "to" ? nameOf(group) : say("matching.band_nobody"),
        count: group.alone,
      }));
  const rows: Row[] = [
    ...bands.bands.map((band) => ({
      key: band.key,
      from: nameOf(band.from),
      to: nameOf(band.to),
      count: band.pairs.length,
      band,
    })),
    ...alone(bands.mentors, "from"),
    ...alone(bands.mentees, "to"),
  ];
  const columns: Column<Row>[] = [
    { name: "from", head: head("mentor"), cell: ({ from }) => from },
    { name: "to", head: head("mentee"), cell: ({ to }) => to },
    {
      name: "count",
      head: say("matching.band_count"),
      isNumber: true,
      cell: ({ count }) => say("ui.number", { number: count }),
    },
    {
      name: "closer",
      head: say("matching.band_closer"),
      cell: ({ band }) =>
        band && (
          <Button
            kind="bare"
            label={say("matching.band_show_these", { band: inWords(band) })}
            onClick={() => setChosen(band.key)}
          >
            {say("matching.band_show")}
          </Button>
        ),
    },
  ];
  return (
    <div className="stack">
      {widest && (
        <p>
          {say("matching.bands_sentence", { across: bands.across, pairs: pairs.length })}{" "}
          {say("matching.bands_widest", { band: inWords(widest) })}
        </p>
      )}
      <div className="row spread small">
        <span className="teaches">{head("mentor")}</span>
        <span className="learns">{head("mentee")}</span>
      </div>
      <BandsPicture of={bands} nameOf={nameOf} chosen={chosenKey} onChoose={({ key }) => setChosen(key)} />
      <p className="small quiet">
        {say("matching.bands_mean")} {leftovers.length > 0 && say("matching.bands_striped")}
      </p>
      {chosen && (
        <section className="stack" aria-label={inWords(chosen)} ref={seen} tabIndex={-1}>
          <div className="row spread">
            <strong>{inWords(chosen)}</strong>
            <Button kind="bare" onClick={() => setChosen(undefined)}>
              {say("ui.close")}
            </Button>
          </div>
          {closer(chosen.pairs.slice(0, lines), besides(leftovers.filter((one) => isBeside(one, chosen))))}
          {chosen.pairs.length > lines && (
            <p className="small quiet">
              {say("matching.first_of", { shown: lines, all: chosen.pairs.length })}
            </p>
          )}
        </section>
      )}
      <details onToggle={(event) => setTable(event.currentTarget.open)}>
        <summary>{say("matching.bands_table")}</summary>
        {isTable && (
          <PlainTable
            caption={say("matching.bands_table")}
            columns={columns}
            rows={rows}
            rowKey={({ key }) => key}
          />
        )}
      </details>
    </div>
  );
}

/** Whether somebody of a department stands in a group of a side. */
function isOf(group: Group, department: string | null, groups: Group[]): boolean {
  if (department === null) return group.kind === "unknown";
  if (group.kind !== "rest") return group.kind === "department" && group.name === department;
  return groups.every(({ kind, name }) => kind !== "department" || name !== department);
}

/** The first of each side. */
const besides = (leftovers: RunLeftover[]) =>
  (["mentor", "mentee"] as const).flatMap((side) =>
    leftovers.filter((one) => one.side === side).slice(0, beside),
  );
