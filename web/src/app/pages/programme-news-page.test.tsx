import { ProgrammeLetterPage } from "app/pages/programme-letter-page";
import { ProgrammeNewsPage } from "app/pages/programme-news-page";
import { aSetUp } from "testing/programme";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { describe, expect, it, vi } from "vitest";

const programme = "/api/programmes/p-1";
const said = example<{ items: object[]; reach: object }>("announcements/list");
const meetings = {
  items: [],
  everyone: 4,
  mentors: 2,
  mentees: 2,
  time_zone: "Europe/Oslo",
  sponsor_name: "Marta Kowalska",
  may_set: true,
};

async function open(list: object = said) {
  answers("get", `${programme}/set-up`, aSetUp());
  answers("get", `${programme}/announcements`, list);
  answers("get", `${programme}/group-meetings`, meetings);
  return render(<ProgrammeNewsPage />, "/programmes/p-1/news", "/programmes/$programme_id/news");
}

describe("writing to people", () => {
  it("shows how it is read and how many it goes to before it goes, once", async () => {
    const { user } = await open({ ...said, reach: { ...said.reach, not_joined: 7 } });
    await user.click(await screen.findByRole("radio", { name: "All who have not joined" }));
    expect(screen.getByText("7 people")).toBeVisible();
    await user.type(screen.getByLabelText("In one line"), "We begin on Monday");
    await user.type(screen.getByLabelText("What you say"), "Ten minutes are enough.");
    const looked = answers("post", `${programme}/announcement-previews`, example("announcements/preview"));
    await user.click(screen.getByRole("button", { name: "See it as it is read" }));
    expect(await screen.findByRole("article", { name: "English" })).toHaveTextContent("Hello Alex Winter");
    const words = {
      audience: "not_joined",
      texts: [{ language: "en", title: "We begin on Monday", text: "Ten minutes are enough." }],
    };
    expect(looked).toEqual([words]);
    const sent = answers("post", `${programme}/announcements`, example("announcements/sent"), 201);
    await user.click(screen.getByRole("button", { name: "Send it" }));
    expect(sent).toEqual([]);
    await user.click(screen.getAllByRole("button", { name: "Send it" }).at(-1) as HTMLElement);
    await vi.waitFor(() => expect(sent).toEqual([words]));
    expect(await screen.findByLabelText("In one line")).toHaveValue("");
  });

  it("says why where it is refused, and takes no more when three have gone", async () => {
    const { user } = await open();
    refuses("post", `${programme}/announcement-previews`, 409, "nobody_to_tell");
    await user.click(await screen.findByRole("button", { name: "See it as it is read" }));
    expect(await screen.findByText(/There is nobody it could go to/)).toBeVisible();
  });

  it("offers no form when no more can go today", async () => {
    await open({ ...said, may_send: false, left_today: 0 });
    expect(await screen.findByText(/No more messages can go now/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "See it as it is read" })).toBeNull();
  });
});

describe("a meeting of everybody", () => {
  it("is set on the clock of the house, in the sponsor's name", async () => {
    const { user } = await open();
    await user.click(await screen.findByRole("button", { name: "Set a meeting" }));
    await user.type(screen.getByLabelText("What it is called"), "Our first hour");
    const sent = answers("post", `${programme}/group-meetings`, example("group-meetings/group_meeting"), 201);
    await user.click(screen.getByRole("button", { name: "Set it and tell everybody" }));
    await vi.waitFor(() =>
      expect(sent).toEqual([
        {
          version: 0,
          kind: "kick_off",
          title: "Our first hour",
          asked: "everyone",
          by_sponsor: true,
          starts_local: "",
          time_zone: "Europe/Oslo",
          minutes: 60,
          place: "",
        },
      ]),
    );
  });
});

describe("the letter in the sponsor's name", () => {
  const none = {
    version: 0,
    own_language: "en",
    texts: [],
    sponsor_name: "Marta Kowalska",
    is_asked: false,
    agreed_at: null,
    published_at: null,
    is_published_as_written: false,
    link: null,
    qr_code: null,
    allowed_actions: ["write"],
  };

  it("begins with a draft made of the programme's own words", async () => {
    answers("get", `${programme}/set-up`, aSetUp());
    answers("get", `${programme}/opening-letter`, none);
    const { user } = await render(
      <ProgrammeLetterPage />,
      "/programmes/p-1/letter",
      "/programmes/$programme_id/letter",
    );
    const field = await screen.findByLabelText<HTMLTextAreaElement>(/^The letter, English/);
    expect(field.value).toContain("This is not about replacing anyone.");
    expect(field.value).toContain("Compass");
    const sent = answers("put", `${programme}/opening-letter`, example("opening-letters/letter"));
    await user.click(screen.getByRole("button", { name: "Keep these words" }));
    await vi.waitFor(() =>
      expect(sent).toEqual([{ version: 0, texts: [{ language: "en", text: field.value }] }]),
    );
    expect(await screen.findByRole("heading", { name: /waits for the yes of Marta/ })).toBeVisible();
  });
});
