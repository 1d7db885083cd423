import { type Word, WordToContact } from "features/message/components/word-to-contact";
import { useState } from "react";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, test } from "vitest";

function Asked() {
  const [word, setWord] = useState<Word>({ contact: "", text: "" });
  return <WordToContact programmeId="p" word={word} onChange={setWord} />;
}

test("a word is asked for only once somebody is chosen, and says who sees it", async () => {
  answers("get", "/api/programmes/p/line-recipients", {
    coordinators: [{ id: "j", name: "Jo" }],
    contacts: [{ id: "r", name: "Rosa" }],
  });
  const { user } = await render(<Asked />);
  const chosen = await screen.findByLabelText(/A word to a person to talk to/);
  expect(screen.queryByLabelText(/Your words/)).toBeNull();
  await user.selectOptions(chosen, "Rosa, a person to talk to");
  expect(screen.getByLabelText(/Your words/)).toBeVisible();
  expect(screen.getByText("Whoever you choose, without your name")).toBeVisible();
});

test("nothing is offered where nobody could read it", async () => {
  answers("get", "/api/programmes/p/line-recipients", { coordinators: [], contacts: [] });
  await render(<Asked />);
  expect(screen.queryByLabelText(/A word/)).toBeNull();
});
