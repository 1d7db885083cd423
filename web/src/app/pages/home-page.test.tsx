import { HomePage } from "app/pages/home-page";
import { rememberSignedIn } from "features/signin/api/signed-in-here";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { beforeEach, describe, expect, it } from "vitest";

const nobody = { items: [], next_cursor: null };

function signedInAs(roles: { role: string; programme_id: null }[], now = "2027-02-03T10:00:00Z") {
  answers("get", "/api/session", {
    person: { id: "m-1", name: "Marta", sign_in_name: "marta", email: null },
    organisation: { id: "o-1", name: "Nordlys", slug: "nordlys", is_demo: true },
    roles,
    language: "en",
    time_zone: "UTC",
    now,
  });
}

beforeEach(() => {
  rememberSignedIn(true);
  for (const path of [
    "/api/pairings",
    "/api/my-invitations",
    "/api/suggestions",
    "/api/my-closings",
    "/api/my-enrolments",
    "/api/programmes",
    "/api/my-sponsorships",
    "/api/notices",
  ]) {
    answers("get", path, nobody);
  }
  answers("get", "/api/delegations", { assistants: [], principals: [] });
  answers("get", "/api/my-concerns", { items: [] });
  answers("get", "/api/programmes/p-1/introduction-count", { made: 0 });
});

const programme = {
  programme_id: "p-1",
  programme: { name: "Compass", purpose: null, mentor: null, mentee: null },
  purpose: "See what customers see.",
  state: "enrolling",
  starts_on: "2027-02-01",
  ends_on: "2027-06-30",
  mentors_joined: 12,
  mentees_joined: 1,
  asked_at: "2027-01-10T08:00:00Z",
  accepted_at: null,
  takes_part: "in_person",
  delegate_name: null,
  answers_within_days: 14,
  link: null,
};

describe("home", () => {
  it("says the day of the house, whatever the browser's clock says", async () => {
    signedInAs([]);
    await render(<HomePage />);
    expect(await screen.findByText("Wednesday, February 3")).toBeVisible();
  });

  it("leads the sponsor who is asked to the answer", async () => {
    signedInAs([]);
    answers("get", "/api/my-sponsorships", {
      items: [{ ...programme, link: "https://obverse.test/sponsor/abc.def" }],
      next_cursor: null,
    });
    const { user, path } = await render(<HomePage />);

    expect(await screen.findByRole("heading", { name: "You are asked to stand for Compass." })).toBeVisible();
    await user.click(await screen.findByRole("link", { name: "Read it and answer: Compass" }));
    expect(path()).toBe("/sponsor/abc.def");
  });

  it("shows the sponsor what they promised, and counts without names", async () => {
    signedInAs([]);
    answers("get", "/api/my-sponsorships", {
      items: [{ ...programme, accepted_at: "2027-01-11T08:00:00Z", answers_within_days: 7 }],
      next_cursor: null,
    });
    await render(<HomePage />);

    expect(
      await screen.findByText("You take part yourself, and you answer what you are asked within 7 days."),
    ).toBeVisible();
    expect(screen.getByText("So far 12 people bring a topic and one wants one.")).toBeVisible();
    expect(screen.queryByRole("link", { name: /Read it and answer/ })).toBeNull();
  });

  it("tells whoever runs a programme how its pairs are going, and its last day", async () => {
    signedInAs([{ role: "coordinator", programme_id: null }]);
    const run = { id: "p-1", name: "Compass", planned_pairs: 15, coordinates: true, takes_part: false };
    answers("get", "/api/programmes", { items: [{ ...run, state: "running" }], next_cursor: null });
    answers("get", "/api/programmes/p-1/closing", { closes_on: "2027-02-28" });
    answers("get", "/api/programmes/p-1/monday", {
      week_on: "2027-02-01",
      needs_somebody: true,
      sentences: [{ kind: "met", count: 11, of: 15 }],
      help_wishes: [],
    });
    const { user, path } = await render(<HomePage />);

    expect(await screen.findByText("11 of 15 pairs have met.")).toBeVisible();
    expect(await screen.findByText("The last day is February 28, 2027.")).toBeVisible();
    expect(screen.queryByText(/are planned/)).toBeNull();
    await user.click(screen.getByRole("link", { name: "See what may need you: Compass" }));
    expect(path()).toBe("/programmes/p-1/monday");
  });

  it("says of a programme that comes to its end its last day, and no more of a search", async () => {
    signedInAs([]);
    const own = { programme_id: "p-1", programme: programme.programme };
    answers("get", "/api/my-enrolments", {
      items: [{ ...own, id: "e-1", side: "mentor", state: "joined", waiting: null }],
    });
    answers("get", "/api/my-closings", {
      items: [{ ...own, is_closed: false, closes_on: "2027-02-28", kept_until: "2027-08-27" }],
    });
    await render(<HomePage />);

    expect(await screen.findByText(/^The last day is February 28, 2027/)).toBeVisible();
    expect(screen.queryByText(/A partner is being looked for/)).toBeNull();
  });

  it("tells the analyst what will stand here, and makes nothing up", async () => {
    signedInAs([{ role: "analyst", programme_id: null }]);
    await render(<HomePage />);

    expect(await screen.findByRole("heading", { name: "Analyst" })).toBeVisible();
    expect(screen.getByText(/shows no figures yet/)).toBeVisible();
    expect(screen.queryByText(/Nothing waits for you today/)).toBeNull();
  });
});
