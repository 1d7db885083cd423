import { ConcernOpeningCard } from "features/care/components/concern-opening-card";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, test } from "vitest";

const contact = {
  id: "r",
  name: "Rosa",
  reads_by_link: false,
  kept_months: 12,
  away_until_on: null,
  substitute: null,
};

test("what will happen is said before anything can be sent", async () => {
  answers("get", "/api/programmes/p/confidential-contacts", {
    items: [contact, { ...contact, id: "i", name: "Ines", away_until_on: "2027-01-10", substitute: "Rosa" }],
  });
  const { user } = await render(<ConcernOpeningCard programmes={[{ id: "p", name: "Customers first" }]} />);
  await user.click(await screen.findByLabelText("Rosa"));
  expect(screen.getByText(/Rosa is there meanwhile/)).toBeVisible();
  expect(screen.getByText(/does nothing unless you ask/)).toBeVisible();
  await user.click(screen.getByLabelText("I want something to be done"));
  expect(screen.getByText(/does it only once you agree/)).toBeVisible();
  expect(screen.getByText(/12 months after the last word/)).toBeVisible();
  const send = screen.getByRole("button", { name: "Send to Rosa" });
  expect(send).toBeDisabled();
  await user.type(screen.getByLabelText(/In your own words/), "Something");
  expect(send).toBeEnabled();
});

test("where nobody is named, that is said", async () => {
  answers("get", "/api/programmes/p/confidential-contacts", { items: [] });
  await render(<ConcernOpeningCard programmes={[{ id: "p", name: "Customers first" }]} />);
  expect(await screen.findByText(/Nobody has been named for you yet/)).toBeVisible();
});
