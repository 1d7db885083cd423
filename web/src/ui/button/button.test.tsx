import { render, screen } from "testing/render";
import { Button } from "ui/button/button";
import { describe, expect, it, vi } from "vitest";

describe("a button", () => {
  it("takes a double click for one press, and two presses for two", async () => {
    const press = vi.fn();
    const { user } = await render(<Button onClick={press}>Publish</Button>);

    await user.dblClick(screen.getByRole("button", { name: "Publish" }));
    expect(press).toHaveBeenCalledTimes(1);

    await user.keyboard("{Enter}{Enter}");
    expect(press).toHaveBeenCalledTimes(3);
  });
});
