import { DecidePage } from "app/pages/decide-page";
import { LoopBoardPage } from "app/pages/loop-board-page";
import type { LoopBoard } from "features/voice/api/loop-board";
import type { MyQuestions, Question } from "features/voice/api/questions";
import { render, screen } from "testing/render";
import { answers, example } from "testing/server";
import { describe, expect, it, vi } from "vitest";

const board = example<LoopBoard>("questions/loop_board");
const list = example<MyQuestions>("questions/list");
const question = example<Question>("questions/question");

describe("the loop board", () => {
  it("says how many wait, with a date that moved as a new date, and is shown to the house by a press", async () => {
    const path = `/api/programmes/${board.programme_id}/loop-board`;
    answers("get", path, { ...board, allowed_actions: ["publish"] });
    const { user } = await render(
      <LoopBoardPage />,
      `/before-i-decide/board/${board.programme_id}`,
      "/before-i-decide/board/$programme_id",
    );
    expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("One question waits");
    expect(screen.getAllByText(/^New date: .*2027/)).toHaveLength(2);
    expect(screen.queryByText(/missed/i)).toBeNull();
    const sent = answers("put", `${path}/publication`, {
      ...board,
      published_on: "2026-12-02",
      allowed_actions: ["take_back"],
    });
    await user.click(screen.getByRole("button", { name: "Show it to everybody in the house" }));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(await screen.findByText(/^Shown to everybody in the house since/)).toBeVisible();
  });
});

describe("a drafted decision", () => {
  it("is published by one tap, in the words that stand there", async () => {
    const waiting = {
      ...list.items[0],
      seat: "asker",
      has_draft: true,
      id: question.id,
      allowed_actions: ["decide", "draft"],
    };
    answers("get", "/api/questions", { items: [waiting] });
    const draft = { version: 3, outcome: "declined", reason: "Too early", heard: "Buses", until_on: null };
    answers("get", `/api/questions/${question.id}`, { ...question, draft });
    const { user } = await render(<DecidePage />);
    expect(await screen.findByText("Too early")).toBeVisible();
    const sent = answers("put", `/api/questions/${question.id}/decision`, question);
    await user.click(screen.getByRole("button", { name: "Publish it" }));
    await vi.waitFor(() =>
      expect(sent).toEqual([
        { version: 2, outcome: "declined", reason: "Too early", heard: "Buses", until_on: null },
      ]),
    );
  });

  it("is nobody's when nothing waits", async () => {
    answers("get", "/api/questions", { items: [] });
    await render(<DecidePage />);
    expect(await screen.findByText("No decision waits for you.")).toBeVisible();
  });
});
