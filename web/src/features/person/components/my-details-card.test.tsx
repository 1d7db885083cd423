import { MyDetailsCard } from "features/person/components/my-details-card";
import { render, screen } from "testing/render";
import { answers, refuses } from "testing/server";
import { expect, test, vi } from "vitest";

const mine = {
  name: "Ana Moreira",
  called_name: null,
  pronouns: "she/her",
  language: "en",
  time_zone: "Europe/London",
  languages: ["en"],
  version: 2,
};

test("somebody says how they are called, and takes a pronoun back", async () => {
  answers("get", "/api/my-details", mine);
  const sent = answers("patch", "/api/my-details", { ...mine, called_name: "Annie", version: 3 });
  const { user } = await render(<MyDetailsCard />);

  await user.type(await screen.findByLabelText("What you want to be called"), "Annie");
  await user.clear(screen.getByLabelText("Pronouns"));
  await user.selectOptions(screen.getByLabelText("Time zone"), "Europe/Berlin");
  await user.click(screen.getByRole("button", { name: "Save" }));

  await vi.waitFor(() =>
    expect(sent).toEqual([
      { version: 2, called_name: "Annie", pronouns: null, language: "en", time_zone: "Europe/Berlin" },
    ]),
  );
});

test("a name that is too long is refused beside its field", async () => {
  answers("get", "/api/my-details", mine);
  refuses("patch", "/api/my-details", 422, "invalid_fields", [
    { pointer: "/called_name", code: "too_long", params: { most: 100 } },
  ]);
  const { user } = await render(<MyDetailsCard />);
  await user.type(await screen.findByLabelText("What you want to be called"), "x");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("100 characters at most.")).toBeVisible();
});
