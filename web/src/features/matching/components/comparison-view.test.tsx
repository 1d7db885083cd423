import type { RunComparison } from "features/matching/api/compare-runs";
import { ComparisonCards, useCompared } from "features/matching/components/comparison-view";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, it } from "vitest";

const somebody = (id: string, name: string) => ({ id, name, department: null, job_title: null });
const compared: RunComparison = {
  before: { id: "r-1", number: 1, created_at: "2026-11-22T09:00:00Z" },
  now: { id: "r-2", number: 2, created_at: "2026-11-22T10:00:00Z" },
  mentors: { moved: 1, gained: 0, lost: 0, kept: 13 },
  mentees: { moved: 0, gained: 1, lost: 2, kept: 12 },
  items: [
    {
      person: somebody("p-1", "Ana Moreira"),
      side: "mentor",
      change: "moved",
      before: [{ person: somebody("p-2", "Sofia Lind"), fit: "both_ways" }],
      now: [{ person: somebody("p-3", "David Okafor"), fit: "thin_for_mentor" }],
    },
    {
      person: somebody("p-2", "Sofia Lind"),
      side: "mentee",
      change: "lost",
      before: [{ person: somebody("p-1", "Ana Moreira"), fit: "thin_for_mentor" }],
      now: [],
    },
  ],
  next_cursor: null,
};

function Shown() {
  const { finding, list } = useCompared("r-2", "r-1", undefined);
  return <ComparisonCards called={undefined} compared={compared} finding={finding} list={list} />;
}

it("says in words who had whom and has whom, and how that fits", async () => {
  answers("get", "/api/match-runs/r-2/comparison", compared);
  await render(<Shown />);
  const table = await screen.findByRole("table", { name: "Person by person" });
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => row.textContent);
  expect(rows[0]).toMatch(
    /Ana Moreira.*somebody else.*In no. 1.*Sofia Lind fits well both ways.*thin for Ana/,
  );
  expect(rows[1]).toMatch(/Sofia Lind.*nobody any more.*Ana Moreira thin for Ana Moreira.*In no. 2.*nobody$/);
  const figures = screen.getByRole("table", { name: "How many, on each side" });
  expect(figures.querySelectorAll("tbody tr")[1]?.textContent).toMatch(/wants the topic.*0.*1.*2.*12/);
});

it("asks for one side and one change alone", async () => {
  answers("get", "/api/match-runs/r-2/comparison", compared);
  const { user } = await render(<Shown />);
  await user.selectOptions(await screen.findByLabelText("What is different"), "nobody any more");
  expect(screen.getByLabelText("What is different")).toHaveValue("lost");
});
