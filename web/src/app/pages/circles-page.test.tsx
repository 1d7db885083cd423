import { CirclesPage } from "app/pages/circles-page";
import { ProgrammeCirclesPage } from "app/pages/programme-circles-page";
import type { Circle } from "features/circle/api/circles";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { describe, expect, it, vi } from "vitest";

const circle = example<Circle>("circles/circle");
const agenda = {
  minutes: 60,
  rule: "What is said may be told, never by whom.",
  parts: [{ minutes: 60, title: "Once around", lines: ["Passing is fine."] }],
};
const of = (rest: string) => `/api/circles/${circle.id}/${rest}`;

describe("a circle", () => {
  it("says when it meets, who is in it, the rule, and the way to a person to talk to", async () => {
    answers("get", "/api/circles", { items: [circle], agenda });
    await render(<CirclesPage />);
    expect(await screen.findByRole("heading", { name: /^Your circle meets on Thursday/ })).toBeVisible();
    expect(screen.getByText("Bruno Castelli")).toBeVisible();
    expect(screen.getByText("What is said may be told, never by whom.")).toBeVisible();
    expect(screen.getByRole("link", { name: "A person to talk to" })).toHaveAttribute("href", "/talk");
    expect(screen.getByRole("link", { name: "For your calendar" })).toHaveAttribute("href", of("calendar"));
  });

  it("moves the date that was read, and says beside its field what is wrong", async () => {
    answers("get", "/api/circles", { items: [circle], agenda });
    refuses("put", of("date"), 422, "invalid", [
      { pointer: "/starts_local", code: "in_the_past", params: {} },
    ]);
    const { user } = await render(<CirclesPage />);
    await user.click(await screen.findByRole("button", { name: "Change it" }));
    await user.click(screen.getByRole("button", { name: "Set this date" }));
    expect(await screen.findByText(/past/)).toBeVisible();
    const sent = answers("put", of("date"), circle);
    await user.click(screen.getByRole("button", { name: "Set this date" }));
    await vi.waitFor(() =>
      expect(sent).toEqual([
        {
          version: circle.next?.version,
          starts_local: "2027-01-14T12:30",
          time_zone: "Europe/Paris",
          minutes: 60,
          place: "Room 4",
        },
      ]),
    );
  });

  it("is left after one calm question, and come back to", async () => {
    answers("get", "/api/circles", { items: [circle], agenda });
    const left = { ...circle, seat: "departed", allowed_actions: ["come_back"] };
    const sent = answers("put", of("departure"), left);
    const { user } = await render(<CirclesPage />);
    await user.click(await screen.findByRole("button", { name: "Leave this circle" }));
    expect(screen.getByText(/^Nobody is told, now or later/)).toBeVisible();
    answers("get", "/api/circles", { items: [left], agenda });
    await user.click(screen.getByRole("button", { name: "Leave" }));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(await screen.findByRole("heading", { name: "You have left your circle." })).toBeVisible();
    expect(screen.getByRole("button", { name: "Come back" })).toBeVisible();
  });
});

describe("the circles of a programme", () => {
  const page = { items: [], next_cursor: null, waiting: 12, layout: "one_for_all" };
  it("are formed by a press, in the layout that was chosen", async () => {
    answers("get", "/api/programmes/p-1/set-up", example("programmes/set_up"));
    answers("get", "/api/programmes/p-1/circles", page);
    const sent = answers("post", "/api/programmes/p-1/circles", { formed: 2, placed: 12, waiting: 0 });
    const { user } = await render(
      <ProgrammeCirclesPage />,
      "/programmes/p-1/circles",
      "/programmes/$programme_id/circles",
    );
    expect(await screen.findByText("12 people who bring something are in no circle yet.")).toBeVisible();
    await user.click(screen.getByRole("radio", { name: "In groups of five to eight" }));
    await user.click(screen.getByRole("button", { name: "Form circles" }));
    await vi.waitFor(() => expect(sent).toEqual([{ layout: "small_groups" }]));
    expect(await screen.findByText("12 people have been placed.")).toBeVisible();
  });
});
