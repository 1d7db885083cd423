import { within } from "@testing-library/react";
import type { Survey } from "features/survey/api/surveys";
import { SurveyForm } from "features/survey/components/survey-form";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, test, vi } from "vitest";

const survey: Survey = {
  id: "s",
  kind: "pulse",
  number: 1,
  pairing_id: "p",
  partner: "Sofia",
  opened_on: "2026-12-01",
  closes_on: "2026-12-22",
  state: "open",
  asked: [
    { key: "pulse_1", text: "The time was well spent." },
    { key: "pulse_2", text: "I could say what I meant." },
  ],
  answers: [],
};
const statement = (name: string) => within(screen.getByRole("group", { name }));

async function asked(state: "sent" | "saved" | "skipped", tips: string[] = []) {
  const sent = answers("put", "/api/surveys/s/answers", { survey: { ...survey, state }, tips });
  const { user } = await render(<SurveyForm survey={survey} />);
  return { user, sent };
}

test("what was answered is sent, and a tip comes back", async () => {
  const { user, sent } = await asked("sent", ["say_what_you_mean"]);
  expect(screen.getByRole("button", { name: "Send" })).toBeDisabled();
  await user.click(statement("I could say what I meant.").getByLabelText("1 · not at all"));
  await user.click(statement("The time was well spent.").getByLabelText("I cannot say"));
  await user.click(screen.getByRole("button", { name: "Send" }));
  await vi.waitFor(() =>
    expect(sent).toEqual([
      {
        state: "sent",
        answers: [
          { item: "pulse_2", value: 1 },
          { item: "pulse_1", value: null },
        ],
      },
    ]),
  );
  expect(await screen.findByText(/Say first what you would like to be able to say/)).toBeVisible();
});

test("everything can be skipped", async () => {
  const { user, sent } = await asked("skipped");
  await user.click(screen.getByRole("button", { name: "Skip these" }));
  await vi.waitFor(() => expect(sent).toEqual([{ state: "skipped", answers: [] }]));
});
