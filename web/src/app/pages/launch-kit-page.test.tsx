import { LaunchKitPage } from "app/pages/launch-kit-page";
import { linesOf } from "features/programme/components/launch-kit";
import { aSetUp } from "testing/programme";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { describe, expect, it } from "vitest";

const settings = aSetUp().settings;
const whole = aSetUp({
  settings: {
    ...settings,
    purpose: "See what customers see",
    results_use: "Counts go to the board",
    starts_on: "2027-01-11",
    ends_on: "2027-06-30",
  },
  sponsor: { name: "Marta Kowalska", asked_at: "2026-11-01T09:00:00Z", accepted_at: "2026-11-02T09:00:00Z" },
});
const kit = () =>
  render(<LaunchKitPage />, "/programmes/p-1/launch-kit", "/programmes/$programme_id/launch-kit");

describe("the launch kit", () => {
  it("speaks in the programme's words and dates, and says what is missing instead of making it up", async () => {
    answers("get", "/api/session", example("session/my_session"));
    answers("get", "/api/programmes/p-1/set-up", whole);
    refuses("get", "/api/programmes/p-1/open-call", 404, "not_found");
    const { user } = await kit();
    const invitation = await screen.findByRole("article", { name: "Invitation" });
    expect(invitation).toHaveTextContent("You are invited: Compass");
    expect(invitation).toHaveTextContent("See what customers see");
    expect(invitation).toHaveTextContent("It begins on January 11, 2027 and runs until June 30, 2027.");
    expect(invitation).toHaveTextContent("Marta Kowalska stands for it.");
    await user.click(screen.getByRole("radio", { name: "Note to supervisors" }));
    expect(await screen.findByText(/three answers. Yes; yes, but not in some months/)).toBeVisible();
    await user.click(screen.getByRole("radio", { name: "Poster" }));
    expect(await screen.findByText(/carries a code to scan once/)).toBeVisible();
  });

  it("carries the programme's link on the poster alone", async () => {
    answers("get", "/api/session", example("session/my_session"));
    answers("get", "/api/programmes/p-1/set-up", aSetUp());
    answers("get", "/api/programmes/p-1/open-call", {
      limited_by: "code",
      code: "welcome",
      mail_domain: null,
      closes_on: "2027-01-01",
      link: "https://obverse.test/join/a-link",
      qr_code: "<svg></svg>",
    });
    const { user } = await kit();
    expect(
      await screen.findByText(/left out because the set-up does not say them yet: the purpose/),
    ).toBeVisible();
    expect(screen.queryByRole("link", { name: "https://obverse.test/join/a-link" })).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Poster" }));
    expect(await screen.findByRole("img", { name: /code to scan/ })).toBeVisible();
    expect(screen.getByRole("link", { name: "https://obverse.test/join/a-link" })).toBeVisible();
  });

  it("misses nothing where only a day to say yes by is not set", () => {
    expect(linesOf("invitation", new Set(["purpose", "dates", "sponsor"])).missing).toEqual([]);
    expect(linesOf("questions", new Set()).missing).toEqual(["results"]);
  });
});
