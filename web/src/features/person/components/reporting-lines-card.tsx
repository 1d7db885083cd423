import { VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type BrokenLine, useConfirmLines, useReportingLines } from "features/person/api/reporting-lines";
import { foundIn } from "lib/api-client/list";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { useFinding, useSortWords } from "ui/list/finding";
import { FoundList } from "ui/list/found-list";
import { Trouble } from "ui/state/trouble";
import { type Column, PlainTable } from "ui/table/plain-table";

/** Lines that cannot be followed to the top: nobody in them is suggested to anybody until each is settled. */
export function ReportingLinesCard({ mayConfirm }: { mayConfirm: boolean }) {
  const say = useSay();
  const { words, numbers } = useSortWords();
  const finding = useFinding([
    ...numbers("people_under", say("lines.people_under")),
    ...words("name", say("lines.ends_at")),
  ]);
  const lines = useReportingLines(finding.asked);
  const broken = lines.data?.pages[0]?.people_with_broken_line ?? 0;
  return (
    <Card title={say("lines.title")}>
      {broken > 0 && (
        <>
          <p>{say("lines.broken", { count: broken })}</p>
          <p className="quiet">{say("lines.meaning")}</p>
        </>
      )}
      <FoundList finding={finding} list={foundIn(lines)} empty={say("lines.all_whole")}>
        {(rows) => <LinesOf rows={rows} mayConfirm={mayConfirm} />}
      </FoundList>
    </Card>
  );
}

function LinesOf({ rows, mayConfirm }: { rows: BrokenLine[]; mayConfirm: boolean }) {
  const say = useSay();
  const confirm = useConfirmLines();
  const columns: Column<BrokenLine>[] = [
    {
      name: "name",
      head: say("lines.ends_at"),
      cell: (one) => (
        <Link to="/administration/people/$person_id" params={{ person_id: one.id }}>
          {one.name}
        </Link>
      ),
    },
    { name: "people", head: say("lines.people_under"), cell: (one) => one.people_under, isNumber: true },
    {
      name: "confirm",
      head: <VisuallyHidden>{say("lines.confirm")}</VisuallyHidden>,
      cell: (one) =>
        mayConfirm && (
          <Button
            label={`${say("lines.confirm")}: ${one.name}`}
            busy={confirm.isPending && confirm.variables?.[0] === one.id}
            onClick={() => confirm.mutate([one.id])}
          >
            {say("lines.confirm")}
          </Button>
        ),
    },
  ];
  return (
    <>
      <PlainTable caption={say("lines.title")} rows={rows} rowKey={(one) => one.id} columns={columns} />
      <Trouble of={confirm.error} />
      {mayConfirm && rows.length > 1 && (
        <div>
          <Button
            kind="bare"
            busy={confirm.isPending}
            onClick={() => confirm.mutate(rows.map((one) => one.id))}
          >
            {say("lines.confirm_all", { count: rows.length })}
          </Button>
        </div>
      )}
    </>
  );
}
