import { AdministrationLettersPage } from "app/pages/administration-letters-page";
import { rememberSignedIn } from "features/signin/api/signed-in-here";
import { HttpResponse, http } from "msw";
import { render, screen } from "testing/render";
import { answers, server } from "testing/server";
import { beforeEach, expect, test, vi } from "vitest";

const link = (id: string, name: string) => ({
  id: `link-${id}`,
  person_id: id,
  purpose: "activation",
  name,
  sign_in_name: name.toLowerCase(),
  department: "Stores",
  language: "en",
  has_address: false,
  url: `https://obverse.test/activation/${id}`,
  made_at: "2026-11-22T00:00:00Z",
  expires_at: "2026-12-22T00:00:00Z",
});
const row = (id: string, name: string, roles: string[] = []) => ({
  id,
  name,
  job_title: null,
  department: "Stores",
  roles,
});
const people = [row("1", "Ana"), row("2", "Bo"), row("3", "Eva", ["coordinator"])];

beforeEach(() => {
  rememberSignedIn(true);
  answers("get", "/api/session", {
    person: { id: "j-1", name: "Jo", sign_in_name: "jo", email: null },
    organisation: { id: "o-1", name: "Nordlys", slug: "nordlys", is_demo: true },
    roles: [{ role: "coordinator", programme_id: null }],
    language: "en",
    time_zone: "UTC",
    now: "2026-11-22T10:00:00Z",
  });
  // The server searches; the page shows what it found, and keeps what was ticked before.
  server.use(
    http.get("*/api/people", ({ request }) => {
      const search = new URL(request.url).searchParams.get("search") ?? "";
      const items = people.filter(({ name }) => name.toLowerCase().includes(search));
      return HttpResponse.json({ items, next_cursor: null, total: items.length });
    }),
  );
});

test("letters are made for whom one ticks, over several searches, and each can be left out again", async () => {
  const made = answers("post", "/api/password-links", {
    items: [link("1", "Ana"), link("2", "Bo")],
    next_cursor: null,
  });
  const { user } = await render(<AdministrationLettersPage />);

  await user.click(await screen.findByLabelText("Ana"));
  expect(screen.queryByLabelText("Eva")).toBeNull();
  await user.type(screen.getByLabelText("Search"), "bo");
  await vi.waitFor(() => expect(screen.queryByLabelText("Ana")).toBeNull());
  await user.click(await screen.findByLabelText("Bo"));
  await user.click(screen.getByRole("button", { name: "Make 2 letters" }));

  await vi.waitFor(() => expect(made).toEqual([{ people: ["1", "2"], delivery: "printed" }]));
  expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("2 letters to print.");
  expect(await screen.findByRole("article", { name: "Letter to Ana" })).toHaveTextContent(
    "https://obverse.test/activation/1",
  );
  await user.click(screen.getByLabelText("Bo"));
  expect(screen.queryByRole("article", { name: "Letter to Bo" })).toBeNull();
  expect(screen.getByRole("button", { name: "Print the letter" })).toBeVisible();
});

test("whoever can sign in already gets none, and the page says so", async () => {
  answers("post", "/api/password-links", { items: [link("1", "Ana")], next_cursor: null });
  const { user } = await render(<AdministrationLettersPage />);

  await user.click(await screen.findByRole("button", { name: "Choose everybody shown" }));
  await user.click(screen.getByRole("button", { name: "Make 2 letters" }));

  expect(await screen.findByText("One of them can sign in already and needs no letter.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Print the letter" })).toBeVisible();
  expect(screen.getByLabelText("Bo")).not.toBeChecked();
});
