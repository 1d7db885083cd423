import { ProgrammeNotesPage } from "app/pages/programme-notes-page";
import { ThemesPage } from "app/pages/themes-page";
import { WhatISeePage } from "app/pages/what-i-see-page";
import type { FrontLineThemes, MyFrontLineNotes, ReleasedNote } from "features/voice/api/front-line";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { describe, expect, it, vi } from "vitest";

const mine = example<MyFrontLineNotes>("front-line-notes/mine");
const themes = example<FrontLineThemes>("front-line-notes/themes");
const released = example<{ items: ReleasedNote[] }>("front-line-notes/released");
const [note] = mine.items;
const [opening] = mine.programmes;
if (!note || !opening) throw new Error("the examples have a note and a programme");
const path = `/api/programmes/${note.programme_id}/front-line-notes`;
const outside: MyFrontLineNotes = {
  ...mine,
  programmes: [
    { ...opening, audiences: ["partner", "coordinator", "sponsor"], could_point_at_somebody: false },
  ],
  items: [
    {
      ...note,
      pairing_id: null,
      preview: {
        readers: ["Jo Byrne", "Kim Park"],
        note: { audience: "sponsor", author: null, text: "The rota comes late" },
      },
    },
  ],
};

describe("what I see from here", () => {
  it("shows a note as its reader will read it, and in four sentences who can and cannot learn it", async () => {
    answers("get", "/api/front-line-notes", outside);
    const { user } = await render(<WhatISeePage />);
    expect(await screen.findByText("This is exactly what Jo Byrne, Kim Park will read:")).toBeVisible();
    expect(screen.getByText("The rota comes late")).toBeVisible();
    expect(screen.queryByText("Ana Moreira")).not.toBeInTheDocument();
    expect(screen.getAllByRole("listitem")).toHaveLength(4);
    const sent = answers("put", `${path}/${note.id}/sending`, { ...outside, items: [] });
    await user.click(screen.getByRole("button", { name: "Send it on a Monday" }));
    await vi.waitFor(() => expect(sent).toEqual([{ version: 1 }]));
  });

  it("says why a small programme offers the partner alone", async () => {
    answers("get", "/api/front-line-notes", { ...mine, items: [] });
    const { user } = await render(<WhatISeePage />);
    await user.click(await screen.findByRole("button", { name: "Write what you see" }));
    expect(screen.getByText(/Fewer than eight people bring something/)).toBeVisible();
    expect(screen.getAllByRole("radio")).toHaveLength(1);
    await user.type(screen.getByRole("textbox", { name: /What you see from here/ }), "Prices differ");
    const written = answers("put", `${path}/:id`, mine);
    await user.click(screen.getByRole("button", { name: "See it as it will be read" }));
    await vi.waitFor(() =>
      expect(written).toEqual([
        {
          version: 0,
          text: "Prices differ",
          audience: "partner",
          pairing_id: opening.partners[0]?.pairing_id,
        },
      ]),
    );
  });
});

describe("what people see from here", () => {
  it("is read by the week, and what somebody wrote is not passed on word by word", async () => {
    const programme = themes.programme_id;
    const free = released.items.map((one) => ({ ...one, theme_id: null, is_fixed: false }));
    answers("get", `/api/programmes/${programme}/front-line-notes`, { items: free });
    answers("get", `/api/programmes/${programme}/front-line-themes`, { ...themes, items: [] });
    const { user } = await render(
      <ProgrammeNotesPage />,
      `/programmes/${programme}/what-people-see`,
      "/programmes/$programme_id/what-people-see",
    );
    expect(await screen.findByText(free[0]?.note.text ?? "")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Compose a theme" }));
    refuses("put", `/api/programmes/${programme}/front-line-themes/:id`, 422, "invalid", [
      { pointer: "/text", code: "quotes_a_note" },
    ]);
    await user.click(screen.getByRole("checkbox"));
    await user.type(screen.getByRole("textbox"), free[0]?.note.text ?? "");
    await user.click(screen.getByRole("button", { name: "Keep it for Monday" }));
    expect(await screen.findByText(/Say it in your own words/)).toBeVisible();
  });

  it("is answered by the sponsor, for everybody who takes part", async () => {
    const [theme] = themes.items;
    if (!theme) throw new Error("the example has a theme");
    const shown = { ...theme, shown_on: "2026-12-07", notes: [], allowed_actions: ["answer" as const] };
    answers("get", "/api/front-line-themes", { items: [{ ...themes, items: [shown] }] });
    const { user } = await render(<ThemesPage />);
    expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent(
      "A theme waits for your answer.",
    );
    await user.type(screen.getByRole("textbox", { name: /What you answer/ }), "A week ahead");
    const sent = answers(
      "put",
      `/api/programmes/${themes.programme_id}/front-line-themes/${theme.id}/answer`,
      {
        ...themes,
        items: [shown],
      },
    );
    await user.click(screen.getByRole("button", { name: "Answer it" }));
    await vi.waitFor(() => expect(sent).toEqual([{ text: "A week ahead" }]));
  });
});
