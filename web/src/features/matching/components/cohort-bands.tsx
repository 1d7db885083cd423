import type { RunLeftover, RunPair } from "features/matching/api/match-run-lists";
import { type Division, type RunBands, useBandRows, useRunBands } from "features/matching/api/run-bands";
import { type Band, bandsOf, type Group } from "features/matching/components/bands";
import { BandsPicture } from "features/matching/components/bands-picture";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { type ChangeEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "ui/button/button";
import { SelectField } from "ui/form/fields";
import { Answered } from "ui/state/states";
import { type Column, PlainTable } from "ui/table/plain-table";

interface CohortBandsProps {
  runId: string;
  called: Called | undefined;
  /** Draws some of the pairs one by one, with those beside them who have no partner yet. */
  closer: (pairs: RunPair[], leftovers: RunLeftover[]) => ReactNode;
}

/** So many lines can be told apart, and so many people beside them. */
const lines = 60;
const beside = 20;

const divisions = ["department", "level", "site"] as const;
const heads = { department: "fairness.department", level: "fairness.levels", site: "fairness.site" } as const;

interface Row {
  key: string;
  from: string;
  to: string;
  count: number;
  band?: Band;
}

/** A cohort of hundreds or thousands: by department, level or site, and from there pair by pair. */
export function CohortBands(props: CohortBandsProps) {
  const say = useSay();
  const [by, setBy] = useState<Division>("department");
  return (
    <div className="stack">
      <SelectField
        style={{ maxWidth: "14rem" }}
        label={say("matching.bands_by")}
        value={by}
        onChange={({ target }: ChangeEvent<HTMLSelectElement>) => setBy(target.value as Division)}
        options={divisions.map((one) => ({ value: one, label: say(heads[one]) }))}
      />
      <Answered query={useRunBands(props.runId, by)}>
        {(counted) => <CountedBands {...props} counted={counted} key={by} />}
      </Answered>
    </div>
  );
}

function CountedBands({ runId, called, closer, counted }: CohortBandsProps & { counted: RunBands }) {
  const say = useSay();
  const { by } = counted;
  const { head } = useLabels(called);
  const [chosenKey, setChosen] = useState<string>();
  const [isTable, setTable] = useState(false);
  const bands = useMemo(() => bandsOf(counted), [counted]);
  const nameOf = ({ key, kind, name, groups }: Group) => {
    if (kind !== "own" || name === null)
      return say(kind === "rest" ? "matching.band_rest" : "matching.band_unknown", { by, count: groups });
    // A level that the house has no word for is its number.
    return by === "level" && key === `of ${name}` ? say("fairness.level", { level: name }) : name;
  };
  const isAnybodyAlone = counted.groups.some(({ alone }) => alone > 0);
  const chosen = bands.bands.find(({ key }) => key === chosenKey);
  const widest = bands.bands[0];
  const seen = useRef<HTMLElement>(null);
  const opener = useRef<Element>(null);
  const choose = ({ key }: Band) => {
    opener.current = document.activeElement;
    setChosen(key);
  };
  // Back to where it was chosen: whoever goes by keyboard would begin at the head of the page.
  const close = () => {
    setChosen(undefined);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  // It appears above the table in which it was chosen.
  useEffect(() => {
    if (chosenKey !== undefined) seen.current?.focus();
  }, [chosenKey]);
  const inWords = ({ from, to, pairs: count }: Band) =>
    say("matching.band", { from: nameOf(from), to: nameOf(to), count });
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
      count: band.pairs,
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
            onClick={() => choose(band)}
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
          {say("matching.bands_sentence", { by, across: counted.across, pairs: counted.pairs })}{" "}
          {say("matching.bands_widest", { band: inWords(widest) })}
        </p>
      )}
      <div className="row spread small">
        <span className="teaches">{head("mentor")}</span>
        <span className="learns">{head("mentee")}</span>
      </div>
      <BandsPicture of={bands} by={by} nameOf={nameOf} chosen={chosenKey} onChoose={choose} />
      <p className="small quiet">
        {say("matching.bands_mean", { by })} {isAnybodyAlone && say("matching.bands_striped")}
      </p>
      {chosen && (
        <section className="stack" aria-label={inWords(chosen)} ref={seen} tabIndex={-1}>
          <div className="row spread">
            <strong>{inWords(chosen)}</strong>
            <Button kind="bare" onClick={close}>
              {say("ui.close")}
            </Button>
          </div>
          <BandPairs runId={runId} by={by} band={chosen} closer={closer} />
          {chosen.pairs > lines && (
            <p className="small quiet">{say("matching.first_of", { shown: lines, all: chosen.pairs })}</p>
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

interface BandPairsProps extends Pick<CohortBandsProps, "runId" | "closer"> {
  by: Division;
  band: Band;
}

/** The pairs of a band, one by one. */
function BandPairs({ runId, by, band: { from, to }, closer }: BandPairsProps) {
  const asked = { by, mentor_group: from.key, mentee_group: to.key };
  return (
    <Answered query={useBandRows(runId, asked, lines, beside)}>
      {({ pairs, leftovers }) => closer(pairs, leftovers)}
    </Answered>
  );
}
