import { useList } from "lib/api-client/list";
import { HttpResponse, http } from "msw";
import { render, screen } from "testing/render";
import { refuses, server } from "testing/server";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import { expect, it, vi } from "vitest";

interface Row {
  name: string;
}

// A list of the server's, asked with plain `fetch`: which one it is does not matter here.
function People({ isPart = false }: { isPart?: boolean }) {
  const { words } = useSortWords();
  const state = useFilter<"active" | "left">({
    label: "Show",
    usual: "active",
    isPart,
    options: [
      { value: "active", label: "Active" },
      { value: "left", label: "Left" },
    ],
  });
  const finding = useFinding(words("name", "Name"), [state]);
  const list = useList(["people", { ...finding.asked, state: state.value }], async (cursor, signal) => {
    const query = new URLSearchParams({ search: finding.asked.search ?? "", cursor: cursor ?? "" });
    query.set("order", finding.asked.order);
    const response = await fetch(`${window.location.origin}/api/list?${query}`, { signal });
    if (!response.ok) throw new Error("broken");
    return (await response.json()) as { items: Row[]; next_cursor: string | null };
  });
  return (
    <FoundTable
      finding={finding}
      caption="People"
      columns={[{ name: "name", head: "Name", cell: (row: Row) => row.name }]}
      list={list}
      rowKey={(row) => row.name}
      empty="Nobody has joined yet."
    />
  );
}

function serve(names: string[], late?: Promise<void>) {
  server.use(
    http.get("*/api/list", async ({ request }) => {
      const query = new URL(request.url).searchParams;
      const found = names.filter((name) => name.includes(query.get("search") ?? ""));
      if (query.get("order") === "descending") {
        found.reverse();
        await late;
      }
      const from = Number(query.get("cursor") || 0);
      const next = from + 2 < found.length ? String(from + 2) : null;
      return HttpResponse.json({
        items: found.slice(from, from + 2).map((name) => ({ name })),
        next_cursor: next,
      });
    }),
  );
}

it("has no fields over an empty list", async () => {
  serve([]);
  await render(<People />);
  expect(await screen.findByText("Nobody has joined yet.")).toBeVisible();
  expect(screen.queryByLabelText("Search")).toBeNull();
  expect(screen.queryByLabelText("Sort by")).toBeNull();
});

it("keeps them over an empty list that is but a part of one", async () => {
  serve([]);
  await render(<People isPart />);
  expect(await screen.findByText("Nobody has joined yet.")).toBeVisible();
  expect(screen.getByLabelText("Show")).toBeVisible();
});

it("keeps them where nothing fits, and clears them", async () => {
  serve(["Ana", "Bo"]);
  const { user } = await render(<People />);
  await user.type(await screen.findByLabelText("Search"), "zz");
  expect(await screen.findByText("Nothing fits what you look for.")).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Show"), "Left");
  await user.click(await screen.findByRole("button", { name: "Clear what I look for" }));
  expect(await screen.findByText("Ana", { selector: "td *" })).toBeVisible();
  expect(screen.getByLabelText("Search")).toHaveValue("");
  expect(screen.getByLabelText("Search")).toHaveFocus();
  expect(screen.getByLabelText("Show")).toHaveValue("active");
});

it("shows more, and says how many are shown", async () => {
  serve(["Ana", "Bo", "Cy"]);
  const { user } = await render(<People />);
  expect(await screen.findByText("2 shown")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Show more" }));
  expect(await screen.findByText("Cy", { selector: "td *" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
});

it("leaves the rows of before until those that were asked for are there", async () => {
  let come: () => void = () => undefined;
  serve(
    ["Ana", "Bo"],
    new Promise((done) => {
      come = done;
    }),
  );
  const { user } = await render(<People />);
  await user.selectOptions(await screen.findByLabelText("Sort by"), "Name, Z to A");
  const rows = () =>
    screen
      .getAllByRole("row")
      .slice(1)
      .map((row) => row.textContent);
  expect(rows()).toEqual(["NameAna", "NameBo"]);
  come();
  await vi.waitFor(() => expect(rows()).toEqual(["NameBo", "NameAna"]));
});

it("says what is broken, and asks again", async () => {
  refuses("get", "/api/list", 500, "broken");
  const { user } = await render(<People />);
  const again = await screen.findByRole("button", { name: "Try again" });
  expect(screen.queryByLabelText("Search")).toBeNull();
  serve(["Ana"]);
  await user.click(again);
  expect(await screen.findByText("Ana", { selector: "td *" })).toBeVisible();
});
