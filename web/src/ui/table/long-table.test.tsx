import { useState } from "react";
import { render, screen } from "testing/render";
import { LongTable } from "ui/table/long-table";
import { beforeEach, expect, it, vi } from "vitest";

interface Row {
  name: string;
}

const many = (count: number, from = 0): Row[] =>
  Array.from({ length: count }, (_, place) => ({ name: `Somebody ${from + place}` }));

const columns = [
  { name: "name", head: "Name", cell: (row: Row) => row.name },
  { name: "act", head: "", cell: (row: Row) => <button type="button">{`Keep ${row.name}`}</button> },
];

// A window of 600 pixels over rows of 60: what a browser would have measured.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockImplementation(function (this: HTMLElement) {
    return this.tagName === "TR" ? 60 : 600;
  });
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
});

function Growing({ asked }: { asked: () => void }) {
  const [rows, setRows] = useState(() => many(100));
  const onMore = () => {
    asked();
    setRows((now) => [...now, ...many(100, now.length)]);
  };
  return (
    <LongTable
      caption="Pairs"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      more={rows.length < 300 ? { busy: false, onMore } : undefined}
    />
  );
}

it("draws what is in sight, and says which of how many rows each is", async () => {
  await render(
    <LongTable
      caption="Pairs"
      columns={columns}
      rows={many(5000)}
      rowKey={(row) => row.name}
      more={undefined}
    />,
  );
  const table = await screen.findByRole("table", { name: "Pairs" });
  expect(table).toHaveAttribute("aria-rowcount", "5001");
  const rows = screen.getAllByRole("row");
  expect(rows.length).toBeLessThan(60);
  expect(rows[0]).toHaveAttribute("aria-rowindex", "1");
  expect(rows[1]).toHaveAttribute("aria-rowindex", "2");
  expect(rows[1]).toHaveTextContent("Somebody 0");
});

it("is a place of its own that keys can scroll", async () => {
  await render(
    <LongTable
      caption="Pairs"
      columns={columns}
      rows={many(500)}
      rowKey={(row) => row.name}
      more={undefined}
    />,
  );
  expect(await screen.findByRole("region", { name: "Pairs" })).toHaveAttribute("tabindex", "0");
});

it("does not claim to know how many there are while there are more", async () => {
  const asked = vi.fn();
  await render(<Growing asked={asked} />);
  expect(await screen.findByRole("table")).toHaveAttribute("aria-rowcount", "-1");
  expect(asked).not.toHaveBeenCalled();
});
