import { ModulePage } from "app/pages/module-page";
import { PreparationPage } from "app/pages/preparation-page";
import { ProgrammePreparationPage } from "app/pages/programme-preparation-page";
import type { Module, MyPreparation, Plan } from "features/preparation/api/preparation";
import { ReadingLeft } from "features/preparation/components/reading-left";
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

describe("a date in pencil", () => {
  it("begins with one's own missing minutes, and says nothing when there are none", async () => {
    answers("get", "/api/my-preparation", mine);
    await render(<ReadingLeft programmeId={side.programme_id} side={side.side} />);
    expect(await screen.findByText(/^Your date stands, in pencil. 4 minutes/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Read it now" })).toHaveAttribute(
      "href",
      `/preparation/${side.enrolment_id}/mj3`,
    );
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

describe("the preparation of a programme", () => {
  const plan = example<Plan>("preparation/plan");
  const path = "/api/programmes/p-1/preparation";
  const show = (read: Plan) => {
    answers("get", "/api/programmes/p-1/set-up", example("programmes/set_up"));
    answers("get", path, read);
    return render(
      <ProgrammePreparationPage />,
      "/programmes/p-1/preparation",
      "/programmes/$programme_id/preparation",
    );
  };

  it("is put in another order, with an own module, and keeps the two of each side", async () => {
    const sent = answers("put", path, plan) as { modules: object[] }[];
    const { user } = await show(plan);
    expect(await screen.findByText(/^Too few answers/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Leave out: Questions that open" })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "One place up: Questions that open" }));
    await user.click(screen.getByRole("button", { name: "Leave out: When it stalls" }));
    expect(screen.getByRole("button", { name: "Take in: When it stalls" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Add a module of your own" }));
    await user.type(screen.getByRole("textbox", { name: "Title" }), "Our rooms");
    await user.type(screen.getByRole("textbox", { name: /^Text/ }), "Book two.");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    const modules = sent[0]?.modules ?? [];
    expect(modules).toHaveLength(plan.modules.length);
    expect(modules[0]).toEqual({ key: "mj3", is_core: true });
    expect(modules.at(-1)).toEqual({ is_core: false, reader: "both", title: "Our rooms", text: "Book two." });
  });

  it("shows how good people found it, from five on", async () => {
    await show({ ...plan, quality: { raters: 5, tenths: 42 } });
    expect(await screen.findByText("4.2 of 5, as 5 people found it.")).toBeVisible();
  });
});
