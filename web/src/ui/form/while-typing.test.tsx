import { useState } from "react";
import { render, screen } from "testing/render";
import { WhileTyping } from "ui/form/while-typing";
import { expect, it } from "vitest";

function Notes() {
  const [latest, setLatest] = useState({ version: 1, words: "one" });
  return (
    <>
      <WhileTyping latest={latest}>
        {(held, sent, touched) => (
          <>
            <input aria-label="Words" defaultValue={held.words} />
            <button type="button" onClick={sent}>
              Send
            </button>
            <button type="button" onClick={touched}>
              Remove
            </button>
          </>
        )}
      </WhileTyping>
      <button type="button" onClick={() => setLatest({ version: latest.version + 1, words: "another's" })}>
        Somebody else writes
      </button>
    </>
  );
}

it("shows what somebody else wrote, but never over what is being typed", async () => {
  const { user } = await render(<Notes />);
  const other = screen.getByRole("button", { name: "Somebody else writes" });

  await user.click(other);
  expect(screen.getByLabelText("Words")).toHaveValue("another's");

  await user.type(screen.getByLabelText("Words"), ", and mine");
  await user.click(other);
  expect(screen.getByLabelText("Words")).toHaveValue("another's, and mine");

  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(screen.getByLabelText("Words")).toHaveValue("another's");
});

it("keeps also what was changed by a button", async () => {
  const { user } = await render(<Notes />);
  await user.click(screen.getByRole("button", { name: "Remove" }));
  await user.click(screen.getByRole("button", { name: "Somebody else writes" }));
  expect(screen.getByLabelText("Words")).toHaveValue("one");
});
