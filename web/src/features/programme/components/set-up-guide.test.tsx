import { cleanup } from "@testing-library/react";
import { PeopleStep } from "features/programme/components/people-step";
import { PurposeStep } from "features/programme/components/purpose-step";
import { RulesStep } from "features/programme/components/rules-step";
import { SetUpSteps } from "features/programme/components/set-up-steps";
import { SponsorStep } from "features/programme/components/sponsor-step";
import { WordsStep } from "features/programme/components/words-step";
import { forgetAllUnsent } from "lib/unsent";
import { aSetUp } from "testing/programme";
import { render, screen } from "testing/render";
import { answers, refuses } from "testing/server";
import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(forgetAllUnsent);

const path = "/api/programmes/p-1/set-up";
const save = { name: "Save and go on" };

describe("the purpose", () => {
  it("is saved with everything else as it was, and leads on", async () => {
    const sent = answers("put", path, aSetUp({ version: 4 }));
    const done = vi.fn();
    const { user } = await render(<PurposeStep setUp={aSetUp()} onDone={done} />);

    await user.type(screen.getByLabelText("In a sentence or two"), "See what customers see");
    await user.click(screen.getByRole("button", save));

    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
    const { settings, ...rest } = aSetUp();
    expect(sent).toEqual([
      {
        version: 3,
        settings: { ...settings, purpose: "See what customers see" },
        aims: [],
        words: [],
        eligibility: rest.eligibility,
        opened_tops: [],
      },
    ]);
  });

  it("is still there after a reload, and no longer once it is saved", async () => {
    answers("put", path, aSetUp({ version: 4 }));
    const open = () => render(<PurposeStep setUp={aSetUp()} onDone={() => {}} />);
    const { user } = await open();
    await user.type(screen.getByLabelText("In a sentence or two"), "See what customers see");
    cleanup();
    const again = await open();
    expect(screen.getByLabelText("In a sentence or two")).toHaveValue("See what customers see");

    await again.user.click(screen.getByRole("button", save));
    await vi.waitFor(() => expect(sessionStorage).toHaveLength(0));
  });

  it("is refused beside its fields", async () => {
    refuses("put", path, 422, "invalid_fields", [
      { pointer: "/settings/name", code: "too_short" },
      { pointer: "/settings/planned_pairs", code: "too_large", params: { most: 50000 } },
    ]);
    const { user } = await render(<PurposeStep setUp={aSetUp()} onDone={() => {}} />);

    await user.click(screen.getByRole("button", save));

    expect(await screen.findByText("That is too short.")).toBeVisible();
    expect(screen.getByText("50,000 at most.")).toBeVisible();
    expect(screen.getByLabelText("Name")).toHaveFocus();
  });
});

describe("own words", () => {
  it("go in one form each, and a language that is left empty is not sent", async () => {
    const sent = answers("put", path, aSetUp());
    const { user } = await render(<WordsStep setUp={aSetUp()} onDone={() => {}} />);

    await user.click(screen.getByRole("button", { name: "Add words in German" }));
    await user.clear(screen.getByLabelText("Name in German"));
    await user.type(screen.getByLabelText("Name in German"), "Kompass");
    await user.click(screen.getByRole("button", save));

    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      words: [{ language: "de", name: "Kompass", purpose: null, mentor: null, mentee: null }],
    });
  });

  it("are refused beside the form that is missing", async () => {
    refuses("put", path, 422, "invalid_fields", [
      { pointer: "/words/0/mentor/plural", code: "too_short", params: { least: 1 } },
    ]);
    const { user } = await render(<WordsStep setUp={aSetUp()} onDone={() => {}} />);

    const [first] = screen.getAllByLabelText("One person");
    await user.type(first as HTMLElement, "Partner A");
    await user.click(screen.getByRole("button", save));

    expect(await screen.findByText("This is needed.")).toBeVisible();
    expect(screen.getAllByLabelText("Several")[0]).toHaveFocus();
  });
});

describe("who may join", () => {
  const places = {
    departments: ["Finance", "Stores"],
    sites: ["Leeds"],
    levels: [{ level: 1, name: "Trainee", people: 4 }],
  };

  it("is everybody until something is chosen, side by side", async () => {
    const sent = answers("put", path, aSetUp());
    const { user } = await render(<PeopleStep setUp={aSetUp()} places={places} onDone={() => {}} />);

    await user.click(screen.getAllByText("Departments: all of them")[1] as HTMLElement);
    await user.click(screen.getAllByLabelText("Finance")[1] as HTMLElement);
    expect(screen.getByText("Departments: one")).toBeVisible();
    await user.click(screen.getByRole("button", save));

    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      eligibility: {
        mentor: { levels: [], departments: [], sites: [] },
        mentee: { levels: [], departments: ["Finance"], sites: [] },
      },
    });
  });
});

describe("the rules", () => {
  const marta = { id: "m-1", name: "Marta", job_title: "Chief Executive", opens_from: 3 };

  it("open somebody at the top, and send an empty gap as none", async () => {
    const sent = answers("put", path, aSetUp());
    const { user } = await render(<RulesStep setUp={aSetUp()} tops={[marta]} onDone={() => {}} />);

    await user.click(screen.getByLabelText("Marta, Chief Executive"));
    await user.clear(screen.getByLabelText("Levels between the two, at least"));
    await user.click(screen.getByLabelText("up to three"));
    await user.click(screen.getByRole("button", save));

    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      opened_tops: ["m-1"],
      settings: { level_gap_least: null, suggestions_each: 3, rounds: 2 },
    });
  });
});

describe("the sponsor", () => {
  const colleague = { id: "m-1", name: "Marta Kowalska", job_title: "Chief Executive" };

  it("is a colleague found by name", async () => {
    const sent = answers("put", "/api/programmes/p-1/sponsor", {});
    const { user } = await render(
      <SponsorStep setUp={aSetUp()} found={[colleague]} search="mar" onSearch={() => {}} onDone={() => {}} />,
    );

    await user.click(screen.getByLabelText("Marta Kowalska"));
    await user.click(screen.getByRole("button", { name: "Ask" }));

    await vi.waitFor(() => expect(sent).toEqual([{ person_id: "m-1", name: null, email: null }]));
  });

  it("who was asked has a link to hand over, until the yes is there", async () => {
    const sponsor = {
      person_id: null,
      name: "Marta",
      email: "marta@example.org",
      link: "https://obverse.test/sponsor/abc",
      link_expires_at: "2026-12-22T00:00:00Z",
      accepted_at: null,
    };
    answers("get", "/api/programmes/p-1/sponsor", sponsor);
    const setUp = aSetUp({ sponsor: { name: "Marta", asked_at: "2026-11-22T00:00:00Z", accepted_at: null } });
    await render(<SponsorStep setUp={setUp} found={[]} search="" onSearch={() => {}} onDone={() => {}} />);

    expect(await screen.findByDisplayValue("https://obverse.test/sponsor/abc")).toBeVisible();
    const mail = screen.getByRole("link", { name: "Write a mail" }).getAttribute("href") ?? "";
    expect(mail).toMatch(/^mailto:marta@example.org\?subject=Your%20word/);
    expect(decodeURIComponent(mail)).toContain("https://obverse.test/sponsor/abc");
  });
});

describe("the way through the set-up", () => {
  it("says what is needed, what waits and what may stay as it is", async () => {
    const setUp = aSetUp({
      missing: ["aims", "sponsor"],
      sponsor: { name: "Marta", asked_at: "2026-11-22T00:00:00Z", accepted_at: null },
    });
    await render(
      <SetUpSteps setUp={setUp} at="aims">
        <p />
      </SetUpSteps>,
    );

    expect(screen.getByRole("link", { name: /Purpose/ })).toHaveTextContent("done");
    expect(screen.getByRole("link", { name: /Aims/ })).toHaveTextContent("still needed");
    expect(screen.getByRole("link", { name: /Aims/ })).toHaveAttribute("aria-current", "step");
    expect(screen.getByRole("link", { name: /Sponsor/ })).toHaveTextContent("asked, no answer yet");
    expect(screen.getByRole("link", { name: /Rules/ })).toHaveTextContent("can stay as it is");
  });
});
