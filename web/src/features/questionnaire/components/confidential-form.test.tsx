import { within } from "@testing-library/react";
import type { AskedQuestionnaire } from "features/questionnaire/api/questionnaires";
import { ConfidentialForm } from "features/questionnaire/components/confidential-form";
import { forgetAllUnsent } from "lib/unsent";
import { render, screen } from "testing/render";
import { answers, refuses } from "testing/server";
import { afterEach, expect, test, vi } from "vitest";

const asked: AskedQuestionnaire = {
  id: "q",
  moment: "end",
  title: "",
  programme: { name: "Compass", purpose: null, mentor: null, mentee: null },
  is_anonymous: false,
  is_open: true,
  has_results: false,
  closes_on: "2026-12-22",
  standing: "open",
  could_answer: 12,
  questions: [
    { key: "voice_1", kind: "agreement", text: "I am heard.", choices: [] },
    { key: "se_m_1", kind: "confidence", text: "Ask a hard question.", choices: [] },
    { key: "know.C1", kind: "ladder", text: "Customers", choices: [] },
    { key: "know_then.C1", kind: "ladder", text: "Customers", choices: [] },
    { key: "own_1", kind: "choice", text: "Which one?", choices: ["This", "That"] },
    { key: "own_2", kind: "text", text: "What should change?", choices: [] },
  ],
  answers: [],
  reader: "Nina Berg",
  question_set_id: null,
};
const group = (name: string) => within(screen.getByRole("group", { name }));
const replies = (standing: AskedQuestionnaire["standing"]) =>
  answers("put", "/api/questionnaires/q/answers", { ...asked, standing });

afterEach(forgetAllUnsent);

test("every kind is answered, saved by itself, and sent", async () => {
  const sent = replies("sent");
  const { user } = await render(<ConfidentialForm asked={asked} />);
  expect(screen.getByRole("button", { name: "Send" })).toBeDisabled();
  expect(screen.getByText("Read by Nina Berg without your name. Leave names out.")).toBeVisible();
  await user.click(group("I am heard.").getByLabelText("I cannot say"));
  await user.click(group("Ask a hard question.").getByLabelText("10"));
  await user.click(
    group("Customers: where are you now?").getByLabelText("I could use it with someone beside me"),
  );
  await user.click(
    group("Customers: looking back, where were you really at the start?").getByLabelText(
      "I have hardly heard of it",
    ),
  );
  await user.click(group("Which one?").getByLabelText("That"));
  await user.type(screen.getByLabelText("What should change?"), "More time");
  const wanted = [
    { question: "voice_1", value: null, text: null },
    { question: "se_m_1", value: 10, text: null },
    { question: "know.C1", value: 2, text: null },
    { question: "know_then.C1", value: 0, text: null },
    { question: "own_1", value: 2, text: null },
    { question: "own_2", value: null, text: "More time" },
  ];
  await vi.waitFor(() => expect(sent.at(-1)).toEqual({ state: "saved", answers: wanted }), 5000);
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(await screen.findByText(/only you can read them again/)).toBeVisible();
  expect(sent.at(-1)).toEqual({ state: "sent", answers: wanted });
});

test("nothing calls it by the word that belongs to the box", async () => {
  await render(<ConfidentialForm asked={asked} />);
  expect(document.body.textContent).toMatch(/confidential/);
  expect(document.body.textContent).not.toMatch(/anonym/i);
});

test("what was typed and not saved is there again after a crash", async () => {
  refuses("put", "/api/questionnaires/q/answers", 409, "questionnaire_closed");
  const { user } = await render(<ConfidentialForm asked={asked} />);
  await user.type(screen.getByLabelText("What should change?"), "More time");
  expect(await screen.findByText("These questions have closed.")).toBeVisible();
  expect(screen.getByText(/is kept in this tab/)).toBeVisible();
  document.body.replaceChildren();
  await render(<ConfidentialForm asked={asked} />);
  expect(screen.getByLabelText("What should change?")).toHaveValue("More time");
});

test("what was sent counts until a change of it is sent", async () => {
  const sent = replies("sent");
  const { user } = await render(
    <ConfidentialForm
      asked={{ ...asked, standing: "sent", answers: [{ question: "voice_1", value: 4, text: null }] }}
    />,
  );
  await user.click(screen.getByRole("button", { name: "Change my answers" }));
  await user.click(group("I am heard.").getByLabelText("5 · fully"));
  expect(screen.getByText(/what you sent before counts/)).toBeVisible();
  await new Promise((after) => setTimeout(after, 1000));
  expect(sent).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Send with these changes" }));
  await vi.waitFor(() =>
    expect(sent).toEqual([{ state: "sent", answers: [{ question: "voice_1", value: 5, text: null }] }]),
  );
});

test("all of them can be skipped, and one answer taken back", async () => {
  const sent = replies("open");
  const { user } = await render(<ConfidentialForm asked={asked} />);
  await user.click(group("Which one?").getByLabelText("This"));
  await user.click(screen.getByRole("button", { name: "Take this answer back: Which one?" }));
  expect(group("Which one?").getByLabelText("This")).not.toBeChecked();
  await user.click(screen.getByRole("button", { name: "Skip them all" }));
  expect(await screen.findByText(/Nothing is kept/)).toBeVisible();
  expect(sent.at(-1)).toEqual({ state: "skipped", answers: [] });
});
