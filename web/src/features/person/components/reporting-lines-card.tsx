import { VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReportingLines, useConfirmLines, useReportingLines } from "features/person/api/reporting-lines";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";
import { PlainTable } from "ui/table/plain-table";

/** Lines that cannot be followed to the top: nobody in them is suggested to anybody until each is settled. */
export function ReportingLinesCard({ mayConfirm }: { mayConfirm: boolean }) {
  const say = useSay();
  return (
    <Card title={say("lines.title")}>
      <Answered query={useReportingLines()}>
        {(lines) => <LinesOf lines={lines} mayConfirm={mayConfirm} />}
      </Answered>
    </Card>
  );
}

function LinesOf({ lines, mayConfirm }: { lines: ReportingLines; mayConfirm: boolean }) {
  const say = useSay();
  const confirm = useConfirmLines();
  if (lines.items.length === 0) return <p className="quiet">{say("lines.all_whole")}</p>;
  return (
    <>
      <p>{say("lines.broken", { count: lines.people_with_broken_line })}</p>
      <p className="quiet">{say("lines.meaning")}</p>
      <PlainTable
        caption={say("lines.title")}
        rows={lines.items}
        rowKey={(one) => one.id}
        columns={[
          {
            name: "name",
            head: say("lines.ends_at"),
            cell: (one) => (
              <Link to="/administration/people/$person_id" params={{ person_id: one.id }}>
                {one.name}
              </Link>
            ),
          },
          {
            name: "people",
            head: say("lines.people_under"),
            cell: (one) => one.people_under,
            isNumber: true,
          },
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
        ]}
      />
      <Trouble of={confirm.error} />
      {mayConfirm && lines.items.length > 1 && (
        <div>
          <Button
            kind="bare"
            busy={confirm.isPending}
            onClick={() => confirm.mutate(lines.items.map((one) => one.id))}
          >
            {say("lines.confirm_all", { count: lines.items.length })}
          </Button>
        </div>
      )}
    </>
  );
}
