import type { Acquaintance } from "features/acquaintance/api/acquaintances";
import { NamesCard } from "features/acquaintance/components/names-card";
import { TalkCard } from "features/acquaintance/components/talk-card";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, test } from "vitest";

const talking: Acquaintance = {
  id: "a",
  programme_id: "p",
  programme: { name: "Customers first", purpose: null, mentor: null, mentee: null },
  side: "mentor",
  state: "talking",
  levels: null,
  you_want: [],
  they_want: [],
  styles: [],
  closes_on: "2026-11-27",
  last_on: "2026-12-25",
  answer: "happy_to_meet",
  opens_name: false,
  messages: [],
  allowed_actions: ["write", "open_name", "leave", "report"],
};

test("a name opens by one press, and can be kept closed after all", async () => {
  const asked = answers("put", "/api/acquaintances/a/name-choice", { ...talking, opens_name: true });
  const { user } = await render(<NamesCard acquaintance={talking} />);
  await user.click(screen.getByRole("button", { name: "Open my name" }));
  await expect.poll(() => asked).toEqual([{ opens: true }]);
  await render(
    <NamesCard acquaintance={{ ...talking, opens_name: true, allowed_actions: ["close_name"] }} />,
  );
  expect(screen.getByText(/You have chosen to open your name/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Keep it closed after all" })).toBeVisible();
});

test("what is one's own says when it arrives, and nothing offers a file", async () => {
  const messages = [{ id: "m", is_own: true, text: "Hello", shown_at: "2026-11-30T10:00:00Z" }];
  await render(<TalkCard acquaintance={{ ...talking, messages }} now="2026-11-30T09:20:00Z" />);
  expect(screen.getByText(/^arrives at/)).toBeVisible();
  expect(document.querySelector('input[type="file"]')).toBeNull();
});

test("once it is over nothing can be written or opened", async () => {
  const over: Acquaintance = { ...talking, state: "over", allowed_actions: ["report"] };
  await render(
    <>
      <TalkCard acquaintance={over} now="2026-12-30T09:20:00Z" />
      <NamesCard acquaintance={over} />
    </>,
  );
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByText(/Both names stay closed/)).toBeVisible();
});
