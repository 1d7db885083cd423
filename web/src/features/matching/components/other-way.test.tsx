import { OtherWay } from "features/matching/components/other-way";
import { render, screen } from "testing/render";
import { expect, it } from "vitest";

it("looks for what was chosen, and begins with what was looked for last", async () => {
  const asked: string[] = [];
  const { user } = await render(<OtherWay now="stable" onSearch={(objective) => asked.push(objective)} />);
  await user.click(screen.getByText("Look for something else"));
  expect(screen.getByRole("radio", { name: /Nobody would rather swap/ })).toBeChecked();
  await user.click(screen.getByRole("radio", { name: /No one left with little/ }));
  await user.click(screen.getByRole("button", { name: "Find pairs so" }));
  expect(asked).toEqual(["fair"]);
});
