import { FirstDatePage } from "app/pages/first-date-page";
import { TimesPage } from "app/pages/times-page";
import type { LinkedNudge } from "features/care/api/linked-nudge";
import type { LinkedExploratory } from "features/pairing/api/linked-exploratory";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { describe, expect, it, vi } from "vitest";

const slots = [1, 2, 3].map((day) => ({
  starts_at: `2026-12-0${day}T09:00:00Z`,
  starts_local: `2026-12-0${day}T10:00`,
  partners_local: `2026-12-0${day}T10:00`,
}));

describe("by the link of a mail, without signing in", () => {
  it("moves a first date to one of three times", async () => {
    const date: LinkedExploratory = {
      person: "Ana Moreira",
      partner: "Sofia Lind",
      time_zone: "Europe/Paris",
      version: 4,
      time: {
        starts_local: "2026-11-30T10:00",
        time_zone: "Europe/Paris",
        starts_at: "2026-11-30T09:00:00Z",
      },
      mode: "video",
      place: "Room 4",
      slots,
    };
    answers("get", "/api/exploratory-links/t1", date);
    const sent = answers("put", "/api/exploratory-links/t1/date", date);
    const { user } = await render(<FirstDatePage />, "/first-date/t1", "/first-date/$token");
    await user.click((await screen.findAllByRole("radio"))[1] as HTMLElement);
    await user.click(screen.getByRole("button", { name: "Move it to this time" }));
    await vi.waitFor(() =>
      expect(sent).toEqual([
        {
          version: 4,
          starts_local: "2026-12-02T10:00",
          time_zone: "Europe/Paris",
          mode: "video",
          place: "Room 4",
        },
      ]),
    );
  });

  it("proposes of the times that fit those that suit", async () => {
    const nudge: LinkedNudge = {
      person: "Ana Moreira",
      partner: "Sofia Lind",
      time_zone: "Europe/Paris",
      has_dates: false,
      slots,
    };
    answers("get", "/api/nudge-links/t1", nudge);
    const sent = answers("put", "/api/nudge-links/t1/proposal", nudge);
    const { user } = await render(<TimesPage />, "/times/t1", "/times/$token");
    await user.click((await screen.findAllByRole("checkbox"))[0] as HTMLElement);
    await user.click(screen.getByRole("button", { name: "Propose these 2" }));
    await vi.waitFor(() =>
      expect(sent).toEqual([
        {
          times: ["2026-12-02T10:00", "2026-12-03T10:00"].map((starts_local) => ({
            starts_local,
            time_zone: "Europe/Paris",
          })),
        },
      ]),
    );
  });
});
