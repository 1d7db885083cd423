import { ProgrammeSupervisorsPage } from "app/pages/programme-supervisors-page";
import { SupervisorPage } from "app/pages/supervisor-page";
import { WorkingTimePage } from "app/pages/working-time-page";
import type { MyProtectedTime, SupervisorPage as Sheet } from "features/supervisor/api/protected-time";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { describe, expect, it, vi } from "vitest";

const told = example<MyProtectedTime>("protected-times/mine");
const sheet = example<Sheet>("protected-times/page");
const mine = "/api/programmes/p-1/my-protected-time";
const drafted = { ...told, time: told.time && { ...told.time, told_on: null } };

const takesPart = () =>
  answers("get", "/api/my-enrolments", { items: [{ id: "e-1", programme_id: "p-1", state: "joined" }] });

describe("asking a supervisor for working time", () => {
  it("drafts it with what is usual, and tells nothing yet", async () => {
    takesPart();
    answers("get", mine, { ...told, time: null });
    const sent = answers("put", mine, drafted);
    const { user } = await render(<SupervisorPage />);
    await user.click(await screen.findByRole("button", { name: "See what they would see" }));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      version: 0,
      supervisor_name: null,
      hours_a_month: told.usual_hours_a_month,
    });
    expect(await screen.findByText(/Nothing has been sent/)).toBeVisible();
    expect(screen.getByText("How many hours a month are asked")).toBeVisible();
  });

  it("says what comes back, and is taken back after one question", async () => {
    takesPart();
    answers("get", mine, told);
    const { user } = await render(<SupervisorPage />);
    expect(await screen.findByText("The answer is yes, but not in January 2027.")).toBeVisible();
    const gone = answers("delete", mine, { ...told, time: null });
    await user.click(screen.getByRole("button", { name: "Take it back" }));
    await user.click(screen.getAllByRole("button", { name: "Take it back" }).at(-1) as HTMLElement);
    await vi.waitFor(() => expect(gone).toHaveLength(1));
  });
});

describe("the page of a supervisor", () => {
  const page = () => render(<WorkingTimePage />, "/working-time/a-link", "/working-time/$link");

  it("says what is and is not seen, and takes one of three answers", async () => {
    answers("get", "/api/protected-times/a-link", { ...sheet, answer: null, except_months: [] });
    const sent = answers("put", "/api/protected-times/a-link/answer", sheet);
    const { user } = await page();
    expect(await screen.findByRole("heading", { name: /asks you for working time/ })).toBeVisible();
    expect(screen.getByText(/paid like any other hour/)).toBeVisible();
    expect(screen.getByText("Whether it goes on, and how it ends")).toBeVisible();
    await user.click(screen.getByRole("radio", { name: "Yes, but not in some months" }));
    await user.click(screen.getByRole("checkbox", { name: "January 2027" }));
    await user.click(screen.getByRole("button", { name: "Answer" }));
    await vi.waitFor(() => expect(sent).toEqual([{ answer: "yes_except", except_months: ["2027-01"] }]));
    expect(await screen.findByRole("button", { name: "Change the answer" })).toBeVisible();
  });

  it("says that a link opens nothing any more", async () => {
    refuses("get", "/api/protected-times/a-link", 404, "not_found");
    await page();
    expect(await screen.findByRole("heading", { name: "This link opens nothing any more." })).toBeVisible();
  });
});

describe("the supervisors of a programme", () => {
  it("are those who would like to talk, and the others' times are yes or not yet", async () => {
    answers("get", "/api/programmes/p-1/set-up", example("programmes/set_up"));
    answers("get", "/api/programmes/p-1/protected-times", {
      ...example<object>("protected-times/list"),
      would_like_to_talk: ["Lena Vogel"],
    });
    await render(
      <ProgrammeSupervisorsPage />,
      "/programmes/p-1/supervisors",
      "/programmes/$programme_id/supervisors",
    );
    expect(await screen.findByText("Lena Vogel")).toBeVisible();
    expect(screen.getByText(/About whom stands nowhere/)).toBeVisible();
  });
});
