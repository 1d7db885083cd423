import { SignInForm } from "features/signin/components/sign-in-form";
import { render, screen } from "testing/render";
import { answers, refuses } from "testing/server";
import { describe, expect, it, vi } from "vitest";

describe("signing in", () => {
  it("sends the name and the password, once, and asks who that is", async () => {
    const sent = answers("post", "/api/session", undefined, 204);
    const asked = answers("get", "/api/session", { language: "en" });
    const done = vi.fn();
    const { user } = await render(<SignInForm onDone={done} />);

    await user.type(screen.getByLabelText("Sign-in name"), "ana");
    await user.type(screen.getByLabelText("Password"), "correct horse");
    await user.click(screen.getByRole("button", { name: "Sign in" }));

    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(sent).toEqual([{ sign_in_name: "ana", password: "correct horse" }]);
    expect(asked).toHaveLength(1);
  });

  it("shows every field error beside its field, and goes to the first", async () => {
    refuses("post", "/api/session", 422, "invalid_fields", [
      { pointer: "/sign_in_name", code: "required" },
      { pointer: "/password", code: "too_short" },
    ]);
    const { user } = await render(<SignInForm onDone={() => {}} />);

    await user.type(screen.getByLabelText("Password"), "short");
    await user.click(screen.getByRole("button", { name: "Sign in" }));

    expect(await screen.findByText("This is needed.")).toBeVisible();
    expect(screen.getByText("That is too short.")).toBeVisible();
    expect(screen.getByLabelText("Sign-in name")).toHaveFocus();
  });

  it("calls a field that is empty missing, not short", async () => {
    refuses("post", "/api/session", 422, "invalid_fields", [
      { pointer: "/sign_in_name", code: "too_short", params: { least: "1" } },
    ]);
    const { user } = await render(<SignInForm onDone={() => {}} />);

    await user.click(screen.getByRole("button", { name: "Sign in" }));

    expect(await screen.findByText("This is needed.")).toBeVisible();
  });
});
