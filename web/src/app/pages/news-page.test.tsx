import { LetterPage } from "app/pages/letter-page";
import { NewsPage } from "app/pages/news-page";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { describe, expect, it, vi } from "vitest";

const nothing = () => {
  answers("get", "/api/my-announcements", { items: [] });
  answers("get", "/api/my-group-meetings", { items: [] });
  answers("get", "/api/my-opening-letters", { items: [], to_agree: [] });
};

describe("what a programme says to its people", () => {
  it("shows the next meeting, what was said, and the letter it began with", async () => {
    answers("get", "/api/my-announcements", example("announcements/mine"));
    answers("get", "/api/my-group-meetings", example("group-meetings/mine"));
    answers("get", "/api/my-opening-letters", example("opening-letters/mine"));
    await render(<NewsPage />);
    expect(await screen.findByRole("heading", { name: /^You all meet on Tuesday/ })).toBeVisible();
    expect(screen.getByRole("article", { name: "Our first hour" })).toHaveTextContent(
      "Marta Kowalska invites you.",
    );
    expect(screen.getByRole("link", { name: "For your calendar" })).toHaveAttribute("download");
    expect(screen.getByRole("article", { name: "We begin on Monday" })).toHaveTextContent("From Jo Byrne");
    expect(screen.getByRole("article", { name: "A letter from Marta Kowalska" })).toHaveTextContent(
      "this is not about replacing anyone.",
    );
  });

  it("says so where nothing has been said", async () => {
    nothing();
    await render(<NewsPage />);
    expect(await screen.findByRole("heading", { name: "Nothing has been said yet." })).toBeVisible();
  });
});

describe("the sponsor's one tap", () => {
  const link = "/api/opening-letters/a-link";
  const page = example<{ version: number }>("opening-letters/page");
  const open = () => render(<LetterPage />, "/letter/a-link", "/letter/$link");

  it("reads the letter and says yes to the words that were read", async () => {
    answers("get", link, page);
    const { user } = await open();
    expect(await screen.findByText(/this is not about replacing anyone/)).toBeVisible();
    const sent = answers("put", `${link}/agreement`, { ...page, agreed_at: "2026-11-22T09:00:00Z" });
    await user.click(screen.getByRole("button", { name: "Yes, in my name" }));
    await vi.waitFor(() => expect(sent).toEqual([{ version: page.version }]));
  });

  it("says so where the letter has changed since", async () => {
    refuses("get", link, 404, "not_found");
    await open();
    expect(await screen.findByRole("heading", { name: "This letter is not there any more." })).toBeVisible();
  });
});
