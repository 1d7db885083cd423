import type { Question } from "features/voice/api/questions";
import { AnonymousAnswersCard } from "features/voice/components/anonymous-answers-card";
import { WayToAnswer } from "features/voice/components/way-to-answer";
import type { QuestionSet } from "lib/ballot/ballots";
import { forgetAllUnsent } from "lib/unsent";
import { HttpResponse, http } from "msw";
import { render, screen } from "testing/render";
import { answers, example, server } from "testing/server";
import { afterEach, expect, test, vi } from "vitest";

// The arithmetic has tests of its own.
const drawn = { publicKey: "key", prepared: "token", blinded: "blinded", inverse: "inverse" };
vi.mock("lib/ballot/ballot", () => ({
  drawBallot: () => Promise.resolve(drawn),
  openBallot: () => Promise.resolve({ prepared_message: "token", signature: "opened" }),
}));

const set: QuestionSet = {
  id: "s",
  stage: "open",
  closes_at: "2026-12-02T00:00:00Z",
  questions: [],
  public_key: "key",
  is_issued: false,
};
const question: Question = {
  ...example<Question>("questions/question"),
  seat: "asked",
  audience: "panel",
  asker: "Marta Kowalska",
  answer_by: "2026-12-01",
  own_answer: null,
  question_set_id: "s",
  allowed_actions: ["answer"],
};
const show = (otherwise: Partial<Question> = {}) =>
  render(<WayToAnswer question={{ ...question, ...otherwise }} owner="ana" />);

afterEach(() => {
  localStorage.clear();
  forgetAllUnsent();
});

test("whoever is asked chooses, and nothing is chosen for them", async () => {
  answers("get", "/api/question-sets/s", set);
  const { user } = await show();
  expect(screen.queryByRole("button")).toBeNull();
  await user.click(screen.getByRole("radio", { name: /With my name/ }));
  expect(screen.getByText("Marta Kowalska reads your answer, with your name.")).toBeVisible();
});

test("without a name it is sent by nobody, after what becomes of it", async () => {
  answers("get", "/api/question-sets/s", set);
  answers("put", "/api/question-sets/s/ballot", { blind_signature: "blind" });
  const came: unknown[] = [];
  server.use(
    http.post("*/api/ballots", async ({ request }) => {
      came.push(await request.json());
      return HttpResponse.json({ closes_at: set.closes_at });
    }),
  );
  const { user } = await show();
  await user.click(screen.getByRole("radio", { name: /Without my name/ }));
  expect(
    await screen.findByText(/nobody can work out later whose it is, neither Marta Kowalska/),
  ).toBeVisible();
  expect(screen.getByText(/Of fewer nobody ever reads one/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Begin here" }));
  await user.type(await screen.findByRole("textbox", { name: "Your answer" }), "  At eight ");
  await user.click(screen.getByRole("button", { name: "Put it into the box" }));
  expect(await screen.findByText(/It is in the box until/)).toBeVisible();
  expect(came).toMatchObject([{ answers: [{ question: "answer", value: null, text: "At eight" }] }]);
  expect(localStorage).toHaveLength(0);
  expect(sessionStorage).toHaveLength(0);
});

test("with fewer than eight there is no choice, and the page says why", async () => {
  await show({ question_set_id: null });
  expect(screen.getByText(/Fewer than eight people were asked/)).toBeVisible();
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.getByRole("button", { name: "Send it to Marta Kowalska" })).toBeVisible();
});

test("between two people nobody speaks of names", async () => {
  await show({ question_set_id: null, audience: "partner" });
  expect(screen.queryByText(/Fewer than eight/)).toBeNull();
});

test.each([
  ["waiting", [], /opened for all at once, after/],
  ["too_few", [], /Nothing is shown of so few/],
  ["shown", ["At eight", "At eight"], /Nobody knows whose they are/],
] as const)("answers without names that are %s", async (state, texts, words) => {
  await render(<AnonymousAnswersCard answers={{ state, texts: [...texts] }} answerBy="2026-12-01" />);
  expect(screen.getByText(words)).toBeVisible();
  expect(screen.queryAllByText("At eight")).toHaveLength(texts.length);
});
