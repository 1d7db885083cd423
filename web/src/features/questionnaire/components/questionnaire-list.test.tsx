import type { AskedBrief } from "features/questionnaire/api/questionnaires";
import { QuestionnaireList } from "features/questionnaire/components/questionnaire-list";
import { render, screen } from "testing/render";
import { expect, test } from "vitest";

const asked = (otherwise: Partial<AskedBrief>): AskedBrief => ({
  id: "q",
  moment: "start",
  title: "",
  programme: { name: "Compass", purpose: null, mentor: null, mentee: null },
  is_anonymous: false,
  is_open: true,
  has_results: false,
  closes_on: "2026-12-22",
  standing: "saved",
  ...otherwise,
});

test("what is put to somebody says its moment, its last day and how far they are", async () => {
  const own = { id: "o", moment: "own" as const, title: "Half way", is_anonymous: true, standing: null };
  const over = {
    id: "e",
    moment: "end" as const,
    is_open: false,
    has_results: true,
    standing: "sent" as const,
  };
  await render(
    <QuestionnaireList
      questionnaires={[asked({}), asked(own), asked({ ...over, closes_on: "2026-11-20" })]}
      today="2026-11-24"
    />,
  );
  const lines = screen.getAllByRole("listitem").map((line) => line.textContent);
  expect(lines[0]).toMatch(/^Before you beginCompass · begun, not sent yet · until December 22/);
  expect(lines[1]).toMatch(/^Half wayCompass · open, without names · until/);
  expect(lines[2]).toMatch(/^Looking backCompass · sent · it was open until November 20.*What was answered$/);
  expect(screen.getAllByRole("link", { name: /What was answered/ })).toHaveLength(1);
});
