import { HolidaysPage } from "app/pages/holidays-page";
import { HttpResponse, http } from "msw";
import { render, screen } from "testing/render";
import { answers, server } from "testing/server";
import { beforeEach, expect, test, vi } from "vitest";

const nothing = { items: [], next_cursor: null };

beforeEach(() => {
  answers("get", "/api/sites", { items: [{ name: "Porto" }], next_cursor: null });
  answers("get", "/api/departments", nothing);
  answers("get", "/api/levels", nothing);
  answers("get", "/api/holidays", { site: null, items: [{ day: "2027-01-01", name: "New Year" }] });
});

test("days are read from a calendar, looked over and then saved", async () => {
  const found = [
    { day: "2026-12-25", name: "Natal" },
    { day: "2027-01-01", name: "Ano Novo" },
  ];
  server.use(
    http.post("*/api/holiday-readings", async ({ request }) => {
      expect(request.headers.get("Content-Type")).toContain("text/calendar");
      expect(await request.text()).toBe("BEGIN:VCALENDAR");
      return HttpResponse.json({ site: null, items: found });
    }),
  );
  const sent = answers("put", "/api/holidays", { site: null, items: [] });
  const { user } = await render(<HolidaysPage />);
  expect(await screen.findByText("January 1, 2027 · New Year")).toBeVisible();
  expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
  await user.click(screen.getByText("Take them from a calendar"));
  await user.type(screen.getByLabelText("Or paste the text of the calendar"), "BEGIN:VCALENDAR");
  await user.click(screen.getByRole("button", { name: "Read it" }));
  expect(await screen.findByText("December 25, 2026 · Natal")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Remove January 1, 2027" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(sent).toEqual([{ items: [{ day: "2026-12-25", name: "Natal" }] }]));
});

test("a file that is no calendar says so and changes nothing", async () => {
  server.use(
    http.post("*/api/holiday-readings", () =>
      HttpResponse.json(
        {
          type: "about:blank",
          title: "invalid",
          status: 422,
          code: "invalid",
          detail: "invalid",
          request_id: "r-1",
          errors: [{ pointer: "", code: "no_calendar" }],
        },
        { status: 422 },
      ),
    ),
  );
  const { user } = await render(<HolidaysPage />);
  await user.click(await screen.findByText("Take them from a calendar"));
  await user.upload(
    screen.getByLabelText("A calendar file (.ics)"),
    new File(["day;name"], "days.ics", { type: "text/calendar" }),
  );
  expect(await screen.findByText("This is no calendar that can be read.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
});
