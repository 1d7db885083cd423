import { BringPairsCard } from "features/pairing/components/bring-pairs-card";
import type { Joined } from "features/pairing/components/pasted-pairs";
import { render, screen } from "testing/render";
import { answers, refuses } from "testing/server";
import { expect, test, vi } from "vitest";

const joined: Joined[] = [
  { person_id: "1", name: "Ana Moreira", side: "mentor", department: "Stores" },
  { person_id: "3", name: "Sofia Lind", side: "mentee", department: "Logistics" },
  { person_id: "4", name: "Sofia Lind", side: "mentee", department: "Finance" },
];
const path = "/api/programmes/p-1/pairings";

async function pasted(text: string) {
  const { user } = await render(<BringPairsCard programmeId="p-1" called={undefined} joined={joined} />);
  await user.click(screen.getByText("Bring pairs that met before"));
  await user.click(screen.getByLabelText("Rows from a spreadsheet"));
  await user.paste(text);
  return user;
}

test("of two people with one name the right one is chosen before anything is sent", async () => {
  const sent = answers("post", path, { ids: ["x"] }, 201);
  const user = await pasted("Ana Moreira\tSofia Lind\t3");
  const send = screen.getByRole("button", { name: "Bring one pair" });
  expect(send).toBeDisabled();

  await user.selectOptions(screen.getByLabelText("Which Sofia Lind?"), "Sofia Lind · Finance");
  await user.click(send);

  await vi.waitFor(() =>
    expect(sent).toEqual([{ pairs: [{ mentor_id: "1", mentee_id: "4", meetings_before: 3 }] }]),
  );
});

test("somebody who has not joined is said, and nothing can be sent", async () => {
  await pasted("Ana Moreira\tEva Fox");
  expect(screen.getByText("Eva Fox: nobody of this name has joined on this side")).toBeVisible();
  expect(screen.getByRole("button", { name: "Bring one pair" })).toBeDisabled();
});

test("a pair that is refused says why in its row", async () => {
  refuses("post", path, 422, "invalid_fields", [{ pointer: "/pairs/0", code: "in_one_line" }]);
  const user = await pasted("Ana Moreira\tSofia Lind");
  await user.selectOptions(screen.getByLabelText("Which Sofia Lind?"), "Sofia Lind · Logistics");
  await user.click(screen.getByRole("button", { name: "Bring one pair" }));
  expect(await screen.findByText(/the two are too close, or a line cannot be followed/)).toBeVisible();
});
