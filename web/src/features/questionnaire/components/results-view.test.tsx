import { within } from "@testing-library/react";
import type { Figures, ResultsAnswer, SliceResult } from "features/questionnaire/api/results";
import { ResultsView } from "features/questionnaire/components/results-view";
import { render, screen } from "testing/render";
import { expect, test } from "vitest";

const percent = (of: number) => ({ words: "percent" as const, percent: of });
const figures = (otherwise: Partial<Figures> = {}): Figures => ({
  answered: { least: 12, most: 12 },
  response_percent: 60,
  shares: [{ words: "hardly_any", percent: null }, percent(0), percent(17), percent(50), percent(33)],
  mean: 4.2,
  ...otherwise,
});
const answer = (slices: SliceResult[], otherwise: Partial<ResultsAnswer["results"]> = {}): ResultsAnswer => ({
  id: "q",
  programme_id: "p",
  programme: { name: "Compass", purpose: null, mentor: "Partner A", mentee: null },
  moment: "end",
  title: "",
  is_anonymous: false,
  audience: "everybody",
  opened_on: "2026-11-01",
  closes_on: "2026-11-21",
  is_reader: false,
  results: {
    could_answer: 20,
    answered: { least: 12, most: 12 },
    questions: [{ key: "voice_1", kind: "agreement", text: "I am heard.", choices: [], slices }],
    changes: [],
    ...otherwise,
  },
});

test("how the answers are divided stands in words and figures", async () => {
  await render(<ResultsView answer={answer([{ side: null, figures: figures(), hidden: null }])} />);
  expect(screen.getByText("12 answered this · mean 4.2")).toBeVisible();
  const lines = screen.getAllByRole("listitem").map((line) => line.textContent);
  expect(lines).toEqual([
    "1 · not at allhardly any",
    "2 · rather not0 %",
    "3 · partly17 %",
    "4 · rather so50 %",
    "5 · fully33 %",
  ]);
});

test("each side has the programme's own word, or says what it brings or wants", async () => {
  await render(
    <ResultsView
      answer={answer([
        { side: null, figures: figures(), hidden: null },
        { side: "mentee", figures: null, hidden: "suppressed" },
        { side: "mentor", figures: figures({ answered: { least: 5, most: 9 }, mean: null }), hidden: null },
      ])}
    />,
  );
  expect(screen.getAllByRole("heading", { level: 3 }).map((head) => head.textContent)).toEqual([
    "Everybody",
    "Partner A",
    "Wants the topic",
  ]);
  expect(screen.getByText("5 to 9 answered this")).toBeVisible();
});

test.each([
  ["too_few", /Fewer than five/],
  ["suppressed", /without pointing at someone/],
  ["too_many", /too many parts/],
  ["changed_too_little", /Too little has changed/],
  ["given_away", /would tell what some of them answered/],
] as [NonNullable<SliceResult["hidden"]>, RegExp][])("what is hidden says why: %s", async (hidden, words) => {
  await render(<ResultsView answer={answer([{ side: null, figures: null, hidden }])} />);
  expect(screen.getByText(words)).toBeVisible();
  expect(screen.queryByText(/%/)).toBeNull();
});

test("a change is told with its interval, and with what it does not show", async () => {
  const changes = [
    { instrument: "voice", verdict: "higher" as const, people: 14, change: 0.4, low: 0.1, high: 0.7 },
    {
      instrument: "belong",
      verdict: "not_enough_answers" as const,
      people: null,
      change: null,
      low: null,
      high: null,
    },
  ];
  await render(<ResultsView answer={answer([], { changes })} />);
  const card = within(screen.getByRole("article", { name: "Since the start" }));
  const [voice, belong] = card.getAllByRole("listitem");
  expect(voice).toHaveTextContent(
    "Being heardReported higher than at the start.14 people answered both times. On average +0.4 points; 95 % interval +0.1 to +0.7.",
  );
  expect(belong).toHaveTextContent("Belonging hereNot enough answers.");
  expect(card.getByText(/change without a comparison group; other causes cannot be excluded/)).toBeVisible();
});

test("where too few answered there is nothing to see", async () => {
  await render(
    <ResultsView answer={answer([{ side: null, figures: null, hidden: "too_few" }], { answered: null })} />,
  );
  expect(screen.queryByText("I am heard.")).toBeNull();
});
