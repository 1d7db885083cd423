import { MailsPage } from "app/pages/mails-page";
import type { Mail } from "features/notice/api/list-mails";
import { rememberSignedIn } from "features/signin/api/signed-in-here";
import { render, screen } from "testing/render";
import { answers, example } from "testing/server";
import { beforeEach, expect, test, vi } from "vitest";

const recorded = example<{ items: Mail[] }>("mails/page").items[0] as Mail;
const mail = (of: Partial<Mail>): Mail => ({ ...recorded, ...of });
const page = (items: Mail[], isSending = true) => ({ items, next_cursor: null, is_sending: isSending });

beforeEach(() => {
  rememberSignedIn(true);
  answers("get", "/api/session", example("session/my_session"));
});

test("a mail that failed says why, and is sent again", async () => {
  const failed = mail({
    id: "failed",
    state: "failed",
    tries: 1,
    next_try_at: null,
    trouble: "recipient_refused",
    allowed_actions: ["send_again"],
  });
  answers("get", "/api/mails", page([failed]));
  const asked = answers("post", "/api/mails/failed/sending", null, 204);
  const { user } = await render(<MailsPage />);
  expect(await screen.findByText("The mail server does not know this address. Tried once.")).toBeVisible();

  answers("get", "/api/mails", page([mail({ id: "failed", state: "waiting" })]));
  await user.click(screen.getByRole("button", { name: `Send again to ${recorded.to_name}` }));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await vi.waitFor(() => expect(screen.queryByRole("button", { name: /^Send again/ })).toBeNull());
});

test("a mail on its way says when it is tried next, and one that was sent says when", async () => {
  answers(
    "get",
    "/api/mails",
    page([
      mail({ id: "1", tries: 2, trouble: "try_later", next_try_at: "2026-11-22T10:05:00Z" }),
      mail({ id: "2", state: "sent", tries: 1, next_try_at: null, sent_at: "2026-11-22T10:00:00Z" }),
    ]),
  );
  await render(<MailsPage />);
  expect(await screen.findByText(/asked to try later\. Tried 2 times; the next time is/)).toBeVisible();
  expect(screen.getByText(/^Sent /)).toBeVisible();
  expect(screen.queryByText(/No mail leaves from here/)).toBeNull();
});

test("without a mail server the page says that mails wait", async () => {
  answers("get", "/api/mails", page([recorded], false));
  await render(<MailsPage />);
  expect(await screen.findByText(/No mail leaves from here/)).toBeVisible();
});
