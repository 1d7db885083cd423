import { within } from "@testing-library/react";
import type { MatchRun } from "features/matching/api/match-runs";
import { RunPicture } from "features/matching/components/run-picture";
import { HttpResponse, http } from "msw";
import { render, screen } from "testing/render";
import { answers, example, server } from "testing/server";
import { expect, it } from "vitest";

const run = (more: object) => {
  const one = example<MatchRun>("match-runs/match_run");
  return { ...one, id: "r-1", report: { ...one.report, ...more } } as MatchRun;
};
const person = (id: string, department: string | null) => ({
  id,
  name: `Name ${id}`,
  department,
  job_title: null,
});
const pair = (position: number, from: string, to: string) => ({
  position,
  mentor: person(`t${position}`, from),
  mentee: person(`l${position}`, to),
  fit: "both_ways",
  is_locked: false,
  is_filled_up: false,
  reasons: { for_mentor: [], for_mentee: [] },
});
const leftovers = (items: object[]) =>
  answers("get", "/api/match-runs/r-1/leftovers", { items, next_cursor: null });

/** Three pairs of the shop with Finance on a first page, and one with Buying on a second. */
function twoPages() {
  const asked: string[] = [];
  server.use(
    http.get("*/api/match-runs/r-1/pairs", ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(searchParams.toString());
      return HttpResponse.json(
        searchParams.has("cursor")
          ? { items: [pair(3, "Stores", "Buying")], next_cursor: null }
          : { items: [0, 1, 2].map((at) => pair(at, "Stores", "Finance")), next_cursor: "c-2" },
      );
    }),
  );
  return asked;
}

it("draws a line for each pair where they are few, and none for what fills up suggestions", async () => {
  const asked = twoPages();
  leftovers([]);
  await render(<RunPicture run={run({ mentors: 4, mentees: 4, pairs: 4 })} called={undefined} />);
  expect(await screen.findByRole("img", { name: /4 who bring .* and 4 lines/ })).toBeVisible();
  expect(asked).toEqual(["is_filled_up=false&limit=100", "is_filled_up=false&cursor=c-2&limit=100"]);
  expect(screen.queryByText(/The first/)).toBeNull();
});

it("draws thousands by department, with a table that leads to each pair", async () => {
  twoPages();
  leftovers([{ position: 0, person: person("x", "Stores"), side: "mentor", reason: {} }]);
  const { user } = await render(
    <RunPicture run={run({ mentors: 81, mentees: 80, pairs: 4 })} called={undefined} />,
  );
  expect(await screen.findByText(/4 of 4 pairs join two departments/)).toHaveTextContent(
    "Stores with Finance: 3 pairs",
  );
  expect(screen.getByRole("img", { name: /1 department of people who bring .* and 2 bands/ })).toBeVisible();

  await user.click(screen.getByText("The picture as a table"));
  const table = screen.getByRole("table");
  expect(within(table).getAllByRole("row")).toHaveLength(4);
  expect(within(table).getByRole("row", { name: /without a partner yet/ })).toHaveTextContent("1");
  await user.click(within(table).getByRole("button", { name: "Stores with Buying: 1 pair, pair by pair" }));
  const closer = screen.getByRole("region", { name: "Stores with Buying: 1 pair" });
  expect(closer).toHaveFocus();
  // Whoever of Stores has no partner yet stands beside the one pair.
  expect(
    within(closer).getByRole("img", { name: /2 who bring .*, 1 who want it, and 1 line/ }),
  ).toBeVisible();
  await user.click(within(closer).getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("region")).toBeNull();
});
