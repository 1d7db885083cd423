import { WaitingConsentCard } from "features/questionnaire/components/waiting-consent-card";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { expect, test, vi } from "vitest";

const waiting = {
  programme_id: "p",
  programme: { name: "Compass", purpose: null, mentor: null, mentee: null },
  has_consented: false,
};

test("whoever waits consents with one press, and takes it back with one", async () => {
  const given = answers("put", "/api/programmes/p/waiting-consent", { items: [], to_read: [], waiting: [] });
  const { user } = await render(<WaitingConsentCard waiting={waiting} />);
  expect(screen.getByText(/changes nothing about your place/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "I consent to be asked" }));
  await vi.waitFor(() => expect(given).toHaveLength(1));
  document.body.replaceChildren();
  const back = answers("delete", "/api/programmes/p/waiting-consent", {
    items: [],
    to_read: [],
    waiting: [],
  });
  const { user: again } = await render(<WaitingConsentCard waiting={{ ...waiting, has_consented: true }} />);
  await again.click(screen.getByRole("button", { name: "Take my consent back" }));
  await vi.waitFor(() => expect(back).toHaveLength(1));
});
