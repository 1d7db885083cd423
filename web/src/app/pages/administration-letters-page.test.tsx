import { AdministrationLettersPage } from "app/pages/administration-letters-page";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, test, vi } from "vitest";

const link = (id: string, name: string, has_address: boolean) => ({
  id,
  person_id: `person-${id}`,
  purpose: "activation",
  name,
  sign_in_name: name.toLowerCase(),
  department: "Stores",
  language: "en",
  has_address,
  url: `https://obverse.test/activation/${id}`,
  made_at: "2026-11-22T00:00:00Z",
  expires_at: "2026-12-22T00:00:00Z",
});
const row = (id: string, name: string) => ({ id, name, job_title: null, department: "Stores" });

test("letters of those without an address are ready, and more can be made", async () => {
  answers("get", "/api/password-links", {
    items: [link("1", "Ana", false), link("2", "Bo", true)],
    next_cursor: null,
  });
  answers("get", "/api/people", {
    items: [row("person-1", "Ana"), row("person-3", "Eva")],
    next_cursor: null,
    total: 2,
  });
  const { user } = await render(<AdministrationLettersPage />);

  expect(await screen.findByRole("button", { name: "Print the letter" })).toBeVisible();
  expect(await screen.findByText("https://obverse.test/activation/1")).toBeVisible();
  expect(screen.queryByText("https://obverse.test/activation/2")).toBeNull();

  await user.click(screen.getByLabelText("Bo"));
  expect(await screen.findByText("https://obverse.test/activation/2")).toBeVisible();
  expect(screen.getByRole("button", { name: "Print 2 letters" })).toBeVisible();

  // Whose letter still opens is not offered another.
  const made = answers("post", "/api/password-links", {
    items: [link("3", "Eva", false)],
    next_cursor: null,
  });
  await user.click(screen.getByRole("button", { name: "Choose everybody shown" }));
  await user.click(screen.getByRole("button", { name: "Make one letter" }));
  await vi.waitFor(() => expect(made).toEqual([{ people: ["person-3"], delivery: "handed" }]));
});
