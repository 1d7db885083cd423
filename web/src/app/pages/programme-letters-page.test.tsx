import { ProgrammeLettersPage } from "app/pages/programme-letters-page";
import { aSetUp } from "testing/programme";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, test, vi } from "vitest";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<typeof import("@tanstack/react-router")>()),
  useParams: () => ({ programme_id: "p-1" }),
}));

const letter = (at: number) => ({
  id: `link-${at}`,
  person_id: `person-${at}`,
  purpose: "activation",
  name: `Person ${at}`,
  sign_in_name: `person.${at}`,
  department: null,
  language: "en",
  has_address: false,
  url: `https://obverse.test/activation/${at}`,
  made_at: "2026-11-22T00:00:00Z",
  expires_at: "2026-12-22T00:00:00Z",
});

test("everybody invited gets the invitation on a letter, chosen in the same way", async () => {
  answers("get", "/api/programmes/p-1/set-up", aSetUp());
  answers("post", "/api/programmes/p-1/letters", {
    items: Array.from({ length: 60 }, (_, at) => letter(at)),
    next_cursor: null,
  });
  const { user } = await render(<ProgrammeLettersPage />);

  await user.click(await screen.findByRole("button", { name: "Make the letters" }));
  expect(await screen.findByRole("button", { name: "Print 60 letters" })).toBeVisible();
  expect(await screen.findByRole("article", { name: "Letter to Person 59" })).toHaveTextContent(
    "You are invited: Compass",
  );
  expect(screen.getAllByRole("checkbox")).toHaveLength(50);

  await user.click(screen.getByRole("button", { name: "Choose nobody (60 chosen)" }));
  await user.type(screen.getByLabelText("Search"), "person 59");
  await user.click(screen.getByLabelText("Person 59"));
  expect(screen.getByRole("button", { name: "Print the letter" })).toBeVisible();
});
