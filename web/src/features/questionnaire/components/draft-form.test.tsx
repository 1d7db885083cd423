import type { Form } from "features/questionnaire/api/forms";
import { ChangeDraftForm, NewDraftForm } from "features/questionnaire/components/draft-form";
import { OpeningCard } from "features/questionnaire/components/opening-card";
import { Preview } from "features/questionnaire/components/preview";
import { render, screen } from "testing/render";
import { answers, refuses } from "testing/server";
import { expect, test, vi } from "vitest";

const draft: Form = {
  id: "q",
  moment: "own",
  state: "draft",
  title: "Half way",
  is_anonymous: true,
  audience: "everybody",
  opened_on: null,
  closes_on: null,
  asked: 6,
  version: 3,
  allowed_actions: ["change", "open", "remove"],
  of_mentors: [
    { key: "own_1", kind: "agreement", text: "There is time.", choices: [] },
    { key: "own_2", kind: "choice", text: "Which?", choices: ["A", "B"] },
  ],
  of_mentees: [],
  reader_id: null,
  reader: null,
};
const look = {
  called: undefined,
  found: [{ id: "nina", name: "Nina Berg", job_title: null }],
  search: "nina",
  onSearch: () => {},
};

test("questions of three kinds are written, moved and taken away, with a reader for words", async () => {
  const sent = answers("post", "/api/programmes/p/questionnaires", draft, 201);
  const onDone = vi.fn();
  const { user } = await render(<NewDraftForm programmeId="p" onDone={onDone} {...look} />);
  expect(screen.queryByText("Who reads what is written in words")).toBeNull();
  await user.type(screen.getByLabelText("What it is about"), "Half way");
  await user.type(screen.getByLabelText("The statement"), "There is time.");
  const add = screen.getByRole("button", { name: "Add a question" });
  await user.click(add);
  await user.selectOptions(screen.getByLabelText("Question 2"), "choice");
  await user.type(screen.getByLabelText("The question"), "Which?");
  await user.type(screen.getByLabelText("Answers to choose from"), "A{enter}{enter} B ");
  await user.click(add);
  await user.click(add);
  await user.selectOptions(screen.getByLabelText("Question 4"), "text");
  await user.type(screen.getAllByLabelText("The question")[1] as HTMLElement, "Why?");
  await user.click(screen.getByRole("button", { name: "Remove question 3" }));
  await user.click(screen.getByRole("button", { name: "Move question 3 up" }));
  await user.click(screen.getByLabelText("Nina Berg"));
  await user.click(screen.getByLabelText("anonymous"));
  await user.click(screen.getByLabelText("Those who bring a topic"));
  await user.click(screen.getByRole("button", { name: "Save the draft" }));
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledWith("q"));
  expect(sent).toEqual([
    {
      version: 0,
      title: "Half way",
      is_anonymous: true,
      audience: "mentors",
      reader_id: "nina",
      questions: [
        { kind: "agreement", text: "There is time.", choices: [] },
        { kind: "text", text: "Why?", choices: [] },
        { kind: "choice", text: "Which?", choices: ["A", "B"] },
      ],
    },
  ]);
});

test("what is refused stands beside its question", async () => {
  refuses("put", "/api/questionnaires/q/form", 422, "invalid", [
    { pointer: "/questions/1", code: "twice" },
    { pointer: "/title", code: "too_short", params: { least: 3 } },
  ]);
  const { user } = await render(<ChangeDraftForm draft={draft} onDone={() => {}} {...look} />);
  await user.click(screen.getByRole("button", { name: "Save the draft" }));
  expect((await screen.findAllByText("This is chosen twice.")).length).toBeGreaterThan(0);
  expect(screen.getByLabelText("The question")).toBeInvalid();
  expect(screen.getByLabelText("What it is about")).toBeInvalid();
});

test("with fewer than eight people it offers to ask confidentially instead", async () => {
  const opened = refuses("put", "/api/questionnaires/q/opening", 409, "too_few_for_anonymity");
  const changed = answers("put", "/api/questionnaires/q/form", { ...draft, is_anonymous: false });
  const { user } = await render(<OpeningCard draft={draft} today="2026-11-24" onRemoved={() => {}} />);
  expect(screen.getByText(/fewer than eight/)).toBeVisible();
  expect(screen.getByLabelText("Last day to answer")).toHaveValue("2026-12-08");
  await user.click(screen.getByRole("button", { name: "Open and ask" }));
  await user.click(await screen.findByRole("button", { name: "Ask confidentially instead" }));
  expect(opened).toEqual([{ version: 3, closes_on: "2026-12-08" }]);
  await vi.waitFor(() =>
    expect(changed).toMatchObject([{ version: 3, is_anonymous: false, title: "Half way" }]),
  );
});

test("a draft is thrown away after a question", async () => {
  answers("delete", "/api/questionnaires/q/form", undefined, 204);
  const onRemoved = vi.fn();
  const { user } = await render(<OpeningCard draft={draft} today="2026-11-24" onRemoved={onRemoved} />);
  await user.click(screen.getByRole("button", { name: "Throw this draft away" }));
  await user.click(screen.getAllByRole("button", { name: "Throw this draft away" })[1] as HTMLElement);
  await vi.waitFor(() => expect(onRemoved).toHaveBeenCalled());
});

test("it is shown as people see it, and sends nothing", async () => {
  const { user } = await render(<Preview form={draft} called={undefined} closesOn="2026-12-08" />);
  expect(screen.getByText(/sealed box/)).toBeVisible();
  await user.click(screen.getByLabelText("3 · partly"));
  expect(screen.getByText("1 of 2 answered")).toBeVisible();
  expect(screen.getByRole("button", { name: "Send" })).toBeDisabled();
});
