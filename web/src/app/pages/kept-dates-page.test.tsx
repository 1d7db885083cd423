import { KeptDatesPage } from "app/pages/kept-dates-page";
import type { KeptDates } from "features/meeting/api/kept-dates";
import type { Slots } from "features/meeting/api/list-slots";
import { render, screen } from "testing/render";
import { answers, example } from "testing/server";
import { expect, it, vi } from "vitest";

const kept = example<KeptDates>("delegations/dates");
const [partner] = kept.partners;

it("proposes a time for somebody among those that fit both", async () => {
  answers("get", "/api/delegations/d1/dates", { ...kept, items: [] });
  answers(
    "get",
    `/api/delegations/d1/pairings/${partner?.pairing_id}/slots`,
    example<Slots>("meetings/slots"),
  );
  const sent = answers("post", `/api/delegations/d1/pairings/${partner?.pairing_id}/meetings`, kept.items[0]);
  const { user } = await render(<KeptDatesPage />, "/dates/d1", "/dates/$delegation_id");
  await user.click(await screen.findByRole("button", { name: "Find a date" }));
  await user.click((await screen.findAllByRole("checkbox"))[0] as HTMLElement);
  await user.click(screen.getByRole("button", { name: "Propose these" }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
});
