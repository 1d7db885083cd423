import { ConflictsCard, NewConflictForm } from "features/person/components/conflicts-card";
import { render, screen } from "testing/render";
import { answers, refuses } from "testing/server";
import { expect, it } from "vitest";

const row = {
  id: "4f9b6d0e-0000-4000-8000-000000000001",
  one: "Ana Moreira",
  other: "Sofia Lind",
  entered_on: "2026-11-22",
};

it("lists who is kept apart, and takes it back", async () => {
  answers("get", "/api/conflicts", { items: [row], next_cursor: null });
  const withdrawn = answers("delete", `/api/conflicts/${row.id}`, { items: [], next_cursor: null });
  const { user } = await render(<ConflictsCard />);
  expect(await screen.findByText("Sofia Lind")).toBeVisible();
  expect(screen.getByText(/November/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Take back: Ana Moreira and Sofia Lind" }));
  expect(withdrawn).toHaveLength(1);
});

it("enters two people, and says beside the field whom the house does not know", async () => {
  refuses("put", "/api/conflicts", 422, "invalid", [{ pointer: "/other", code: "nobody_of_this_name" }]);
  const { user } = await render(<NewConflictForm />);
  await user.type(screen.getByLabelText(/One of the two/), "Ana Moreira");
  await user.type(screen.getByLabelText(/The other/), "Nobody");
  await user.click(screen.getByRole("button", { name: "Keep them apart" }));
  expect(await screen.findByText("Nobody here has this name.")).toBeVisible();

  const entered = answers("put", "/api/conflicts", { items: [row], next_cursor: null });
  await user.clear(screen.getByLabelText(/The other/));
  await user.type(screen.getByLabelText(/The other/), "Sofia Lind");
  await user.click(screen.getByRole("button", { name: "Keep them apart" }));
  expect(entered).toEqual([{ one: "Ana Moreira", other: "Sofia Lind" }]);
});
