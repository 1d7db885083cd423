import { type ComparedPerson, type RunComparison, useComparison } from "features/matching/api/compare-runs";
import { type Called, useLabels } from "lib/i18n/called";
import { useKnows, useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { type Filter, type Finding, useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import { type Column, PlainTable } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

type Change = ComparedPerson["change"];
type Side = ComparedPerson["side"];
type Partner = ComparedPerson["before"][number];

const changes = ["moved", "gained", "lost", "kept"] as const;
const sides = ["mentor", "mentee"] as const;

/** How one finds one's way in a comparison, and what was found. */
export function useCompared(now: string, before: string, called: Called | undefined) {
  const say = useSay();
  const { of } = useLabels(called);
  const side = useFilter<Side | "">({
    label: say("runs.side"),
    usual: "",
    options: [
      { value: "", label: say("runs.any_side") },
      ...sides.map((one) => ({ value: one, label: of(one) })),
    ],
  });
  const change = useFilter<Change | "">({
    label: say("runs.change"),
    usual: "",
    options: [
      { value: "", label: say("runs.any_change") },
      ...changes.map((one) => ({ value: one, label: say(`runs.change_${one}`) })),
    ],
  });
  const { words, steps } = useSortWords();
  const finding = useFinding(
    [...steps("change", say("runs.change")), ...words("name", say("runs.who"))],
    [side as Filter, change as Filter],
  );
  const list = useComparison(now, before, {
    ...finding.asked,
    side: side.value || undefined,
    change: change.value || undefined,
  });
  return { finding, list };
}

interface ComparisonCardsProps {
  called: Called | undefined;
  compared: RunComparison;
  finding: Finding<"change" | "name">;
  list: ReturnType<typeof useComparison>;
}

/** Two runs beside each other: the figures of each side, then who had whom and has whom, in words. */
export function ComparisonCards({ called, compared, finding, list }: ComparisonCardsProps) {
  const say = useSay();
  const { of } = useLabels(called);
  const numbered = (number: number) => say("ui.number", { number });
  const figures: Column<(typeof sides)[number]>[] = [
    { name: "side", head: say("runs.side"), cell: of },
    ...changes.map((change) => ({
      name: change,
      head: say(`runs.change_${change}`),
      isNumber: true,
      cell: (side: Side) => numbered((side === "mentor" ? compared.mentors : compared.mentees)[change]),
    })),
  ];
  const columns: Column<ComparedPerson>[] = [
    {
      name: "who",
      head: say("runs.who"),
      cell: ({ person, side }) => (
        <span className={side === "mentor" ? "teaches whole" : "learns whole"}>{person.name}</span>
      ),
    },
    { name: "side", head: say("runs.side"), cell: ({ side }) => of(side) },
    {
      name: "change",
      head: say("runs.change"),
      cell: ({ change }) => <Tag tone={toneOf(change)}>{say(`runs.change_${change}`)}</Tag>,
    },
    {
      name: "before",
      head: say("runs.in_search", { number: compared.before.number }),
      cell: (row) => <Partners of={row} partners={row.before} />,
    },
    {
      name: "now",
      head: say("runs.in_search", { number: compared.now.number }),
      cell: (row) => <Partners of={row} partners={row.now} />,
    },
  ];
  return (
    <>
      <Card title={say("runs.compared_counts")}>
        <PlainTable
          caption={say("runs.compared_counts")}
          columns={figures}
          rows={[...sides]}
          rowKey={(side) => side}
        />
      </Card>
      <Card title={say("runs.compared_people")}>
        <FoundTable
          finding={finding}
          caption={say("runs.compared_people")}
          columns={columns}
          list={list}
          rowKey={({ person, side }) => person.id + side}
          empty={say("runs.compared_none")}
        />
      </Card>
    </>
  );
}

const toneOf = (change: Change) => (change === "gained" ? "good" : change === "kept" ? "plain" : "wait");

/** Whom somebody stands with, and how that fits. */
function Partners({ of, partners }: { of: ComparedPerson; partners: Partner[] }) {
  const say = useSay();
  const knows = useKnows();
  if (partners.length === 0) return <span className="quiet">{say("runs.nobody")}</span>;
  // A fit is thin for one of the two: whoever stands on that side.
  const thin = (fit: string, partner: string) =>
    (fit === "thin_for_mentor") === (of.side === "mentor") ? of.person.name : partner;
  return partners.map(({ person, fit }) => {
    const key = `matching.fit_${fit}`;
    return (
      <span key={person.id} style={{ display: "block" }}>
        {person.name}{" "}
        {knows(key) && <span className="small quiet">{say(key, { name: thin(fit, person.name) })}</span>}
      </span>
    );
  });
}
