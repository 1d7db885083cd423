import { cleanup } from "@testing-library/react";
import { ThreadCard } from "features/message/components/thread-card";
import { render, screen } from "testing/render";
import { answers } from "testing/server";
import { afterEach, describe, expect, it, vi } from "vitest";

const thread = {
  id: "t",
  programme: { name: "Customers first", purpose: null, mentor: null, mentee: null },
  partner: { id: "p", name: "Sofia Lind" },
  unread: 1,
  read_position: 1,
  is_over: false,
  has_blocked: false,
  allowed_actions: ["write", "report", "block"],
};
const message = (position: number, is_own: boolean, text: string) => ({
  id: `m${position}`,
  position,
  is_own,
  text,
  written_at: "2026-11-22T09:00:00Z",
  edited_at: null,
  taken_back_at: null,
  attachments: [],
  allowed_actions: [],
});

async function opened(over: Partial<typeof thread> = {}) {
  answers("get", "/api/threads/t", { ...thread, ...over });
  answers("get", "/api/threads/t/messages", {
    items: [message(2, false, "The newest"), message(1, true, "The first")],
    next_cursor: null,
  });
  const read = answers("put", "/api/threads/t/reading", { ...thread, ...over, unread: 0, read_position: 2 });
  const drawn = await render(<ThreadCard threadId="t" partner="Sofia" />);
  await screen.findByText("The newest");
  return { ...drawn, read };
}

afterEach(() => sessionStorage.clear());

describe("a thread", () => {
  it("stands with the newest at the foot, says what is new, and remembers that it was read", async () => {
    const { read } = await opened();
    const words = screen.getAllByRole("listitem").map((item) => item.textContent ?? "");
    expect(words.findIndex((one) => one.includes("The first"))).toBeLessThan(
      words.findIndex((one) => one.includes("The newest")),
    );
    expect(screen.getByText("New since you looked")).toBeInTheDocument();
    await vi.waitFor(() => expect(read).toEqual([{ position: 2 }]));
  });

  it("keeps what is not sent yet over a reload, and forgets it once it is sent", async () => {
    const first = await opened();
    await first.user.type(screen.getByLabelText("Write to Sofia"), "Half a thought");
    cleanup();
    const { user } = await opened();
    expect(screen.getByLabelText("Write to Sofia")).toHaveValue("Half a thought");
    const sent = answers("put", "/api/threads/t/messages/:id", message(3, true, "Half a thought"));
    await user.click(screen.getByRole("button", { name: "Send" }));
    await vi.waitFor(() => expect(sent).toEqual([{ text: "Half a thought", attachment_ids: [] }]));
    await vi.waitFor(() => expect(screen.getByLabelText("Write to Sofia")).toHaveValue(""));
    expect(sessionStorage.length).toBe(0);
  });

  it("has nowhere to write once it is over", async () => {
    await opened({ is_over: true, allowed_actions: ["report", "block"] });
    expect(screen.queryByLabelText("Write to Sofia")).toBeNull();
    expect(screen.getByText("This is over; what you wrote stays to be read.")).toBeInTheDocument();
  });
});
