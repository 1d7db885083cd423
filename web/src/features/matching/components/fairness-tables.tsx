import type { FairnessAudit, FairnessRow } from "features/matching/api/match-run-audit";
import styles from "features/matching/components/fairness-tables.module.css";
import { useSay } from "lib/i18n/say";
import { type Column, PlainTable } from "ui/table/plain-table";

const heads = {
  department: "fairness.department",
  site: "fairness.site",
  level: "fairness.levels",
} as const;
const headOf = (division: string) =>
  division in heads ? heads[division as keyof typeof heads] : "fairness.group";

/** Who has a partner, by department, site and level; in words what it says, and what it does not. */
export function FairnessTables({ audit }: { audit: FairnessAudit }) {
  const say = useSay();
  const percent = (thousandths: number) => say("fairness.percent", { share: thousandths / 1000 });
  const than = (difference: number) =>
    difference === 0
      ? say("fairness.same")
      : say(difference > 0 ? "fairness.more" : "fairness.fewer", { points: Math.abs(difference) / 10 });
  const nameOf = (division: string, { group, groups }: FairnessRow) => {
    if (group === null) return say("fairness.together", { count: groups });
    if (group === "") return say("fairness.unknown");
    return division === "level" ? say("fairness.level", { level: group }) : group;
  };
  const columnsOf = (division: string): Column<FairnessRow>[] => [
    {
      name: "group",
      head: say(headOf(division)),
      cell: (row) => nameOf(division, row),
    },
    {
      name: "people",
      head: say("fairness.people"),
      isNumber: true,
      cell: ({ people }) => say("ui.number", { number: people }),
    },
    {
      name: "coverage",
      head: say("fairness.coverage"),
      isNumber: true,
      cell: ({ coverage }) => percent(coverage),
    },
    {
      name: "than",
      head: say("fairness.than"),
      cell: ({ coverage_difference }) => than(coverage_difference),
    },
    {
      name: "benefit",
      head: say("fairness.benefit"),
      isNumber: true,
      cell: ({ benefit_ratio }) =>
        benefit_ratio === null ? "–" : say("fairness.percent", { share: benefit_ratio / 100 }),
    },
  ];
  if (audit.people === 0) return <p>{say("fairness.too_few", { least: audit.least_group })}</p>;
  const shown = audit.divisions.filter(({ rows }) => rows.length > 1);
  return (
    <>
      <p>
        {say("fairness.sentence", {
          reached: audit.reached,
          people: audit.people,
          share: audit.coverage / 1000,
        })}
      </p>
      {shown.length === 0 && <p>{say("fairness.nothing_to_compare", { least: audit.least_group })}</p>}
      <div className={`stack ${styles.even}`}>
        {shown.map(({ division, rows }) => (
          <PlainTable
            key={division}
            caption={say(headOf(division))}
            columns={columnsOf(division)}
            rows={rows}
            rowKey={({ group }) => group ?? "together"}
          />
        ))}
      </div>
      <p className="small quiet">{say("fairness.means", { least: audit.least_group })}</p>
    </>
  );
}
