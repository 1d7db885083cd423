import { ImportReportPage } from "app/pages/import-report-page";
import { rememberSignedIn } from "features/signin/api/signed-in-here";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { beforeEach, expect, it } from "vitest";

const none = { items: [], next_cursor: null };
const figures = {
  rows_read: 5,
  added: 0,
  changed: 0,
  unchanged: 3,
  refused: 0,
  repaired: 0,
  name_only: 1,
  left_out: 1,
};
const report = {
  file: { columns_in_file: 4, columns_read: 4, never_read: [], unknown_level_words: [] },
  headcount: 5,
  top: "Marta Kowalska",
  managers_without_row: [],
  ambiguous_managers: [],
  cycles: [],
  broken_lines: [],
  listed_not_found: [],
};

const open = () =>
  render(<ImportReportPage />, "/administration/import/i-1", "/administration/import/$import_id");

function staged(uninvited: { removed: number; kept_as_names: number; stay: number }) {
  answers("get", "/api/people-imports/i-1", {
    id: "i-1",
    state: "staged",
    figures,
    report: { ...report, uninvited },
    progress: { state: "staged", done: 0, total: 0 },
    allowed_actions: ["apply", "cancel"],
  });
}

beforeEach(() => {
  rememberSignedIn(true);
  answers("get", "/api/session", { roles: [], language: "en", time_zone: "UTC" });
  answers("get", "/api/people-imports/i-1/problems", none);
  answers("get", "/api/people-imports/i-1/rows", none);
});

it("says first that people would be let go, and leads to who they are", async () => {
  staged({ removed: 1, kept_as_names: 1, stay: 0 });
  await open();
  expect(await screen.findByText("This would add 0 and change 0, and let 2 people go.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Let them go" })).toBeVisible();
  const due = screen.getByRole("link", { name: "See who is due" });
  expect(due.getAttribute("href")).toContain("state=removable");
  expect(await screen.findByLabelText("Show")).toHaveValue("left_out");
});

it("says nothing of it when nobody goes", async () => {
  staged({ removed: 0, kept_as_names: 0, stay: 2 });
  await open();
  expect(await screen.findByText("Nothing would change.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Bring them in" })).toHaveAttribute("data-variant", "default");
  expect(screen.queryByRole("link", { name: "See who is due" })).toBeNull();
  expect(screen.getByText(/2 people were not invited within 90 days, and stay/)).toBeVisible();
});
