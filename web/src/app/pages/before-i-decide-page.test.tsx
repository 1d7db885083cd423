import { BeforeIDecidePage } from "app/pages/before-i-decide-page";
import { BoardQuestionPage } from "app/pages/question-page";
import { rememberSignedIn } from "features/signin/api/signed-in-here";
import type { MyQuestions, Question, QuestionOpenings } from "features/voice/api/questions";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { beforeEach, describe, expect, it, vi } from "vitest";

const session = example<{ now: string }>("session/my_session");
const openings = example<QuestionOpenings>("questions/openings");
const list = example<MyQuestions>("questions/list");
const question = example<Question>("questions/question");
const page = (path = "") => `/api/questions/${question.id}${path}`;
const show = () =>
  render(<BoardQuestionPage />, `/before-i-decide/${question.id}`, "/before-i-decide/$question_id");

beforeEach(() => {
  rememberSignedIn(true);
  answers("get", "/api/session", session);
});

describe("before somebody decides", () => {
  it("says what waits for an answer, and asks of a partner or of those who may be asked", async () => {
    answers("get", "/api/questions", list);
    answers("get", "/api/question-openings", openings);
    const { user } = await render(<BeforeIDecidePage />);
    expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent(
      "Somebody would like to hear you before they decide.",
    );
    await user.click(await screen.findByRole("button", { name: "Write a question" }));
    await user.click(screen.getByRole("radio", { name: /People who said they may be asked/ }));
    await user.type(screen.getByLabelText("Your question, in one line"), "Shall we?");
    await user.type(screen.getByLabelText(/What is not decided yet/), "Where");
    await user.type(screen.getByLabelText(/What is already fixed/), "Pay");
    const opening = openings.items[0];
    const sent = answers("put", `/api/programmes/${opening?.programme_id}/questions/:id`, question);
    await user.click(screen.getByRole("button", { name: "Ask" }));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ standing: "mentee", audience: "panel", question: "Shall we?" });
  });
});

describe("a question", () => {
  it("tells in four sentences who learns an answer, before it is given", async () => {
    answers("get", page(), {
      ...question,
      seat: "asked",
      asker: "Sofia Lind",
      answers: [],
      allowed_actions: ["answer"],
    });
    const { user } = await show();
    expect(await screen.findByText("Sofia Lind reads your answer, with your name.")).toBeVisible();
    expect(screen.getAllByRole("listitem")).toHaveLength(4);
    const sent = answers("put", page("/answer"), question);
    await user.type(screen.getByRole("textbox", { name: "Your answer" }), "At eight");
    await user.click(screen.getByRole("button", { name: "Send it to Sofia Lind" }));
    await vi.waitFor(() => expect(sent).toEqual([{ text: "At eight" }]));
  });

  it("is decided in one of the ready forms, and what is missing is said beside its field", async () => {
    answers("get", page(), question);
    refuses("put", page("/decision"), 422, "invalid", [{ pointer: "/until_on", code: "required" }]);
    const { user } = await show();
    expect(await screen.findByText("Bruno Castelli")).toBeVisible();
    expect(screen.getByRole("heading", { name: /^New date: .*2027/ })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Publish it" }));
    expect(await screen.findByText(/needed|required|fill/i)).toBeVisible();
    const sent = answers("put", page("/decision"), question);
    await user.click(screen.getByRole("radio", { name: "No, because" }));
    await user.type(screen.getByLabelText("Why not"), "Too early");
    await user.type(screen.getByLabelText("What you heard"), "Buses");
    await user.click(screen.getByRole("button", { name: "Publish it" }));
    await vi.waitFor(() =>
      expect(sent).toEqual([
        { outcome: "declined", reason: "Too early", heard: "Buses", version: 2, until_on: null },
      ]),
    );
  });

  it("asks those who were asked whether it is closed for them", async () => {
    answers("get", page(), { ...question, seat: "asked", state: "closed", allowed_actions: ["mark"] });
    const sent = answers("put", page("/mark"), question);
    const { user } = await show();
    await user.click(await screen.findByRole("button", { name: "Not yet" }));
    await vi.waitFor(() => expect(sent).toEqual([{ mark: "not_yet" }]));
  });
});
