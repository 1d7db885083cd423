import { ProgrammeWordsPage } from "app/pages/programme-words-page";
import { WhatChangedPage } from "app/pages/what-changed-page";
import type { MyReleasedWords, ReleasedWordsOf } from "features/outcome/api/released-words";
import { render, screen } from "testing/render";
import { answers, example } from "testing/server";
import { describe, expect, it, vi } from "vitest";

const mine = example<MyReleasedWords>("released-words/mine");
const asked = example<MyReleasedWords>("released-words/asked");
const released = example<ReleasedWordsOf>("released-words/released");
const [words] = mine.items;
const [question] = asked.asked;
if (!words || !question) throw new Error("the examples have words and a question");
const path = `/api/programmes/${words.programme_id}/released-words`;

describe("what changed", () => {
  it("shows a sentence exactly as it will appear, and who reads it when, before anybody consents", async () => {
    const draft = { ...words, state: "draft" as const, allowed_actions: ["change", "release"] };
    answers("get", "/api/released-words", { ...mine, items: [draft] });
    answers("get", "/api/published-words", { items: [] });
    const { user } = await render(<WhatChangedPage />);
    expect(await screen.findByText(words.shown.text)).toBeVisible();
    expect(screen.getByText("Ana Moreira and Sofia Lind")).toBeVisible();
    expect(screen.getAllByRole("listitem")).toHaveLength(4);
    const sent = answers("put", `${path}/${words.id}/consent`, mine);
    await user.click(screen.getByRole("button", { name: "I consent: release it" }));
    await vi.waitFor(() => expect(sent).toEqual([{ version: words.version }]));
    expect(await screen.findByText(/You are not told whether/)).toBeVisible();
  });

  it("asks a partner, whose no is told to nobody", async () => {
    answers("get", "/api/released-words", asked);
    answers("get", "/api/published-words", { items: [] });
    const { user } = await render(<WhatChangedPage />);
    expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent(
      "Ana Moreira would like to release a sentence about you both.",
    );
    expect(screen.getByText(/Ana Moreira is not told and sees the same/)).toBeVisible();
    const sent = answers("put", `${path}/${question.id}/partner-consent`, asked);
    await user.click(screen.getByRole("button", { name: "Rather not" }));
    await vi.waitFor(() => expect(sent).toEqual([{ version: question.version, answer: "rather_not" }]));
  });
});

describe("what changed, in their words", () => {
  it("is published by whoever coordinates, after a question", async () => {
    const [one] = released.items;
    answers("get", path, released);
    const { user } = await render(
      <ProgrammeWordsPage />,
      `/programmes/${released.programme_id}/released-words`,
      "/programmes/$programme_id/released-words",
    );
    expect(await screen.findByText(one?.shown.text ?? "")).toBeVisible();
    expect(screen.getByText("Somebody who took part")).toBeVisible();
    const sent = answers("put", `${path}/${one?.id}/publication`, released);
    await user.click(screen.getByRole("button", { name: "Publish it" }));
    await user.click((await screen.findAllByRole("button", { name: "Publish it" })).at(-1) as HTMLElement);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
  });
});
