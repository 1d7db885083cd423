import type { WhoSeesWhat } from "features/representative/api/open-pages";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Card } from "ui/card/card";
import { SelectField } from "ui/form/fields";
import { PlainTable } from "ui/table/plain-table";

/** Who sees what, for one reader at a time: eleven columns fit on no page. */
export function MatrixCard({ matrix }: { matrix: WhoSeesWhat }) {
  const say = useSay();
  const [chosen, setChosen] = useState("partner");
  const at = Math.max(
    0,
    matrix.roles.findIndex(({ key }) => key === chosen),
  );
  const role = matrix.roles[at];
  const cellOf = (cell: string | undefined) =>
    cell === "yes" || cell === "no" ? say(`open_pages.cell_${cell}`) : cell;
  return (
    <Card title={say("open_pages.matrix_title")}>
      <SelectField
        label={say("open_pages.as_seen_by")}
        options={matrix.roles.map(({ key, name }) => ({ value: key, label: name }))}
        value={chosen}
        onChange={
          ((event: { currentTarget: HTMLSelectElement }) => setChosen(event.currentTarget.value)) as never
        }
      />
      {role && <p className="quiet">{role.who}</p>}
      <PlainTable
        caption={say("open_pages.matrix_title")}
        rows={[...matrix.rows].sort((a, b) => Number(a.cells[at] === "no") - Number(b.cells[at] === "no"))}
        rowKey={(row) => row.row}
        columns={[
          { name: "datum", head: say("open_pages.datum"), cell: (row) => row.datum },
          {
            name: "cell",
            head: role?.name ?? "",
            cell: (row) => (
              <span className={row.cells[at] === "no" ? "quiet" : undefined}>{cellOf(row.cells[at])}</span>
            ),
          },
        ]}
      />
      <ul>
        {matrix.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Card>
  );
}
