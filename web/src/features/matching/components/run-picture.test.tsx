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

const group = (side: string, key: string, kind: string, name: string | null, pairs: number, alone = 0) => ({
  side,
  key,
  kind,
  name,
  groups: kind === "rest" ? 3 : 1,
  pairs,
  alone,
});

/** Four pairs, counted: three of the shop with Finance and one with Buying; by level they are all one band. */
function counted() {
  const asked: string[] = [];
  const byDepartment = {
    by: "department",
    pairs: 4,
    across: 4,
    groups: [
      group("mentor", "of Stores", "own", "Stores", 4, 1),
      group("mentee", "of Finance", "own", "Finance", 3),
      group("mentee", "rest", "rest", null, 1),
    ],
    bands: [
      { mentor_group: "of Stores", mentee_group: "of Finance", pairs: 3 },
      { mentor_group: "of Stores", mentee_group: "rest", pairs: 1 },
    ],
  };
  const byLevel = {
    by: "level",
    pairs: 4,
    across: 4,
    groups: [group("mentor", "of 2", "own", "2", 4, 1), group("mentee", "of 9", "own", "Director", 4)],
    bands: [{ mentor_group: "of 2", mentee_group: "of 9", pairs: 4 }],
  };
  server.use(
    http.get("*/api/match-runs/r-1/:list", ({ request, params }) => {
      const { searchParams } = new URL(request.url);
      asked.push(`${params.list}?${searchParams}`);
      if (params.list === "bands")
        return HttpResponse.json(searchParams.get("by") === "level" ? byLevel : byDepartment);
      if (params.list === "pairs")
        return HttpResponse.json({ items: [pair(3, "Stores", "Buying")], next_cursor: null });
      const items =
        searchParams.get("side") === "mentor"
          ? [{ position: 0, person: person("x", "Stores"), side: "mentor", reason: {} }]
          : [];
      return HttpResponse.json({ items, next_cursor: null });
    }),
  );
  return asked;
}

it("draws thousands from one answer, with a table that leads to each pair", async () => {
  const asked = counted();
  const { user } = await render(
    <RunPicture run={run({ mentors: 81, mentees: 80, pairs: 4 })} called={undefined} />,
  );
  expect(await screen.findByText(/4 of 4 pairs join two departments/)).toHaveTextContent(
    "Stores with Finance: 3 pairs",
  );
  expect(asked).toEqual(["bands?by=department"]);
  expect(
    screen.getByRole("img", { name: /By department: 1 group of people who bring .* and 2 bands/ }),
  ).toBeVisible();

  await user.click(screen.getByText("The picture as a table"));
  const table = screen.getByRole("table");
  expect(within(table).getAllByRole("row")).toHaveLength(4);
  expect(within(table).getByRole("row", { name: /without a partner yet/ })).toHaveTextContent("1");
  const name = "Stores with 3 other departments: 1 pair";
  await user.click(within(table).getByRole("button", { name: `${name}, pair by pair` }));
  const closer = screen.getByRole("region", { name });
  expect(closer).toHaveFocus();
  // Whoever of Stores has no partner yet stands beside the one pair.
  expect(
    await within(closer).findByRole("img", { name: /2 who bring .*, 1 who want it, and 1 line/ }),
  ).toBeVisible();
  expect(asked.filter((one) => one.includes("group")).toSorted()).toEqual([
    "leftovers?by=department&side=mentee&group=rest&limit=20",
    "leftovers?by=department&side=mentor&group=of+Stores&limit=20",
    "pairs?by=department&mentor_group=of+Stores&mentee_group=rest&is_filled_up=false&limit=60",
  ]);
  await user.click(within(closer).getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("region")).toBeNull();
  expect(within(table).getByRole("button", { name: `${name}, pair by pair` })).toHaveFocus();
});

it("stands by level or by site as well, a level by the house's word for it", async () => {
  counted();
  const { user } = await render(
    <RunPicture run={run({ mentors: 81, mentees: 80, pairs: 4 })} called={undefined} />,
  );
  await user.selectOptions(await screen.findByLabelText("Show them by"), "Level");
  expect(await screen.findByText(/4 of 4 pairs join two levels/)).toHaveTextContent(
    "Level 2 with Director: 4 pairs",
  );
});
