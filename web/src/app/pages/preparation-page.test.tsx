import { ModulePage } from "app/pages/module-page";
import { PreparationPage } from "app/pages/preparation-page";
import type { Module, MyPreparation } from "features/preparation/api/preparation";
import { render, screen } from "testing/render";
import { answers, example } from "testing/server";
import { afterEach, describe, expect, it, vi } from "vitest";

const mine = example<MyPreparation>("preparation/mine");
const module = example<Module>("preparation/module");
const side = mine.sides[0] as MyPreparation["sides"][number];
const of = (rest: string) => `/api/enrolments/${side.enrolment_id}/${rest}`;

const showModule = (read: Module, path = `/preparation/${side.enrolment_id}/mj1`) => {
  answers("get", of("modules/mj1"), read);
  return render(<ModulePage />, path, "/preparation/$enrolment_id/$module");
};

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

describe("the preparation", () => {
  it("says how much is left, and leads to what comes next", async () => {
    answers("get", "/api/my-preparation", mine);
    await render(<PreparationPage />);
    expect(
      await screen.findByRole("heading", { name: "4 minutes of reading before you two begin." }),
    ).toBeVisible();
    expect(screen.getByRole("link", { name: "Begin: Questions that open" })).toHaveAttribute(
      "href",
      `/preparation/${side.enrolment_id}/mj3`,
    );
    expect(screen.getByText("Done")).toBeVisible();
    expect(screen.queryByText("Three sentences for yourself")).toBeNull();
  });

  it("ends with three sentences, where not yet opens the rehearsal, and with a rating", async () => {
    const ready = { ...side, is_prepared: true, minutes_left: 0, rating: null };
    answers("get", "/api/my-preparation", { ...mine, sides: [ready] });
    const ticked = answers("put", of("ready-sentences"), ready);
    const rated = answers("put", of("preparation-rating"), ready);
    const { user } = await render(<PreparationPage />);
    expect(await screen.findByText(/^Not yet is a good place to begin/)).toBeVisible();
    expect(screen.getByRole("link", { name: "To your next date" })).toHaveAttribute("href", "/meeting");
    const answersYes = screen.getAllByRole("radio", { name: "True for me" });
    await user.click(answersYes[2] as HTMLElement);
    await vi.waitFor(() =>
      expect(ticked).toEqual([
        {
          sentences: [
            { key: "first_sentence", is_true: true },
            { key: "my_limits", is_true: false },
            { key: "way_out", is_true: true },
          ],
        },
      ]),
    );
    await user.click(screen.getByRole("radio", { name: "5: very good" }));
    await vi.waitFor(() => expect(rated).toEqual([{ rating: 5 }]));
  });
});

describe("a module", () => {
  it("saves what is written by itself, and keeps it when the page goes", async () => {
    const written = answers("put", of("modules/mj1/your-turn"), module);
    const { user } = await showModule({ ...module, your_turn: null, is_done: false });
    const field = await screen.findByRole("textbox", { name: "Your words" });
    await user.type(field, "May I begin?");
    expect(sessionStorage.getItem(`obverse.unsent.your_turn.${side.enrolment_id}.mj1`)).toContain("May I");
    await vi.waitFor(() => expect(written).toEqual([{ text: "May I begin?" }]), { timeout: 3000 });
    expect(await screen.findByText("Saved, for you alone.")).toBeVisible();
    expect(sessionStorage).toHaveLength(0);
  });

  it("shows again what was not sent when the page went", async () => {
    const key = `obverse.unsent.your_turn.${side.enrolment_id}.mj1`;
    sessionStorage.setItem(key, JSON.stringify({ before: "", typed: "Half a sen" }));
    answers("put", of("modules/mj1/your-turn"), module);
    await showModule({ ...module, your_turn: null, is_done: false });
    expect(await screen.findByRole("textbox", { name: "Your words" })).toHaveValue("Half a sen");
  });

  it("is done by a press, and leads on", async () => {
    const sent = answers("put", of("modules/mj1/completion"), { ...module, is_done: true });
    answers("get", "/api/my-preparation", mine);
    const { user } = await showModule({ ...module, is_done: false });
    await user.click(await screen.findByRole("button", { name: "I have read it" }));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
  });

  it("is read aloud, paused and stopped by the browser's own voice", async () => {
    const said: { text: string; onend?: () => void }[] = [];
    const voice = {
      speak: (one: { text: string; onend?: () => void }) => said.push(one),
      cancel: vi.fn(),
      pause: vi.fn(),
      resume: vi.fn(),
    };
    vi.stubGlobal("speechSynthesis", voice);
    vi.stubGlobal(
      "SpeechSynthesisUtterance",
      class {
        constructor(readonly text: string) {}
      },
    );
    const { user } = await showModule(module);
    await user.click(await screen.findByRole("button", { name: "Read aloud" }));
    expect(said.map(({ text }) => text)).toEqual([module.title]);
    said[0]?.onend?.();
    expect(said).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: "Pause" }));
    expect(voice.pause).toHaveBeenCalledOnce();
    await user.click(screen.getByRole("button", { name: "Go on reading" }));
    expect(voice.resume).toHaveBeenCalledOnce();
    await user.click(screen.getByRole("button", { name: "Stop" }));
    said[1]?.onend?.();
    expect(said).toHaveLength(2);
    expect(screen.getByRole("button", { name: "Read aloud" })).toBeVisible();
  });
});
