import { within } from "@testing-library/react";
import { type Notebook, useNotebook } from "features/meeting/api/notebook";
import { AgendaCard } from "features/meeting/components/agenda-card";
import { GuideCard } from "features/meeting/components/guide-card";
import { NotesCards } from "features/meeting/components/notes-card";
import { PromisesCard } from "features/meeting/components/promises-card";
import { ShowMeCard } from "features/meeting/components/show-me-card";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { beforeEach, expect, it, vi } from "vitest";

const notebook = example<Notebook>("notebooks/notebook");
const of = (rest: string) => `/api/meetings/${notebook.id}/${rest}`;
const mine: Notebook = { ...notebook, side: "mentee" };

beforeEach(() => sessionStorage.clear());

function Agenda() {
  const shown = useNotebook(notebook.id).data;
  return shown ? <AgendaCard notebook={shown} partner="Sofia Lind" /> : null;
}

it("shows the guide with the lane of each, and lets every question be skipped", async () => {
  answers("get", "/api/meeting-guides", example("notebooks/guides"));
  answers("get", "/api/pairings/p/skipped-prompts", {
    items: [
      { of_id: "m", guide: "2", numbers: [2] },
      { of_id: "another", guide: "2", numbers: [1, 2, 3] },
    ],
  });
  const all = { items: [{ of_id: "m", guide: "2", numbers: [1, 2, 3] }] };
  const sent = answers("put", "/api/pairings/p/skipped-prompts", all);
  const { user } = await render(
    <GuideCard guide="2" side="mentor" partner="Sofia Lind" pairingId="p" meetingId="m" />,
  );
  expect(await screen.findByRole("heading", { name: "Then 30 minutes" })).toBeVisible();
  expect(screen.getByRole("heading", { name: "You bring" })).toBeVisible();
  expect(screen.getByRole("heading", { name: "Sofia Lind brings" })).toBeVisible();
  const skips = await screen.findAllByRole("button", { name: /^Skip: / });
  expect(skips).toHaveLength(2);
  await user.click(skips[1] as HTMLElement);
  expect(await screen.findByText("No questions are left here. Ask your own.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Ask again what I skipped" }));
  await vi.waitFor(() =>
    expect(sent).toEqual([
      { of_id: "m", guide: "2", numbers: [2, 3] },
      { of_id: "m", guide: "2", numbers: [] },
    ]),
  );
});

it("turns over the surprise card of this guide and of no other", async () => {
  answers("get", "/api/meeting-guides", example("notebooks/guides"));
  answers("get", "/api/pairings/p/skipped-prompts", { items: [] });
  const { user } = await render(
    <GuideCard
      guide="3"
      side="mentor"
      partner="Sofia Lind"
      pairingId="p"
      meetingId="m"
      surpriseCard="What do we do well?"
    />,
  );
  await user.click(await screen.findByText("A surprise card: turn it over"));
  expect(screen.getByText("What do we do well?")).toBeVisible();
  await user.click(screen.getByText("Another guide"));
  await user.selectOptions(screen.getByRole("combobox", { name: "Which one" }), "Teach one thing");
  expect(screen.queryByText("What do we do well?")).toBeNull();
});

it("puts something on the agenda in the lane it was added to", async () => {
  const sent = answers("put", of("agenda/:item"), notebook);
  const { user } = await render(<AgendaCard notebook={{ ...notebook, agenda: [] }} partner="Sofia Lind" />);
  await user.click(screen.getByRole("button", { name: "Add something: Sofia Lind brings" }));
  await user.type(screen.getByRole("textbox", { name: "In a few words" }), "How it was decided");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(sent).toEqual([{ version: 0, lane: "mentee", text: "How it was decided" }]));
});

it("shows what stands there now when both changed the same thing", async () => {
  refuses("put", of("agenda/:item"), 409, "stale");
  const [item] = notebook.agenda;
  answers("get", of("notebook"), notebook);
  const { user } = await render(<Agenda />);
  await screen.findByRole("button", { name: `Change: ${item?.text}` });
  const newer = [{ ...item, version: 2, text: "The queue at eight" }];
  answers("get", of("notebook"), { ...notebook, agenda: newer });
  await user.click(screen.getByRole("button", { name: `Change: ${item?.text}` }));
  await user.type(screen.getByRole("textbox"), ", in the shop");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("The queue at eight")).toBeVisible();
});

it("writes one's own note over the version that was read", async () => {
  const sent = answers("put", of("private-note"), notebook);
  const { user } = await render(<NotesCards notebook={notebook} />);
  await user.click(screen.getByRole("button", { name: "Write: My note" }));
  await user.type(screen.getByRole("textbox", { name: "My note" }), "!");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(sent).toEqual([{ version: 1, text: `${notebook.private_note.text}!` }]));
});

it("ticks off what was promised, and writes down what somebody will do", async () => {
  const sent = answers("put", of("promises/:promise"), notebook);
  const { user } = await render(<PromisesCard notebook={notebook} partner="Sofia Lind" />);
  await user.click(screen.getByRole("checkbox", { name: "Ask for the noon figures" }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ version: 1, side: "mentee", is_done: true });
  await user.click(screen.getByRole("button", { name: "Write down what one of you will do" }));
  await user.type(screen.getByRole("textbox", { name: "What" }), "Bring a receipt");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual({
    version: 0,
    side: "mentor",
    text: "Bring a receipt",
    due_on: null,
    is_done: false,
  });
});

it("lets whoever brings the topic tick only what the other has ticked", async () => {
  const sent = answers("put", of("teach-backs/C1"), notebook);
  const { user } = await render(<ShowMeCard notebook={notebook} partner="Sofia Lind" topics={[]} />);
  const ticks = within(screen.getByRole("group", { name: "How new customers choose" })).getAllByRole(
    "checkbox",
  );
  expect(ticks[0]).toBeEnabled();
  expect(ticks[1]).toBeDisabled();
  await user.click(ticks[0] as HTMLElement);
  await vi.waitFor(() => expect(sent).toEqual([{ version: 1, ticked: [1] }]));
});

it("lets whoever learns tick what they can show, and add a topic", async () => {
  const sent = answers("put", of("teach-backs/:topic"), mine);
  const { user } = await render(
    <ShowMeCard notebook={mine} partner="Ana Moreira" topics={[{ key: "D1", name: "A day in my job" }]} />,
  );
  await user.click(screen.getAllByRole("checkbox")[1] as HTMLElement);
  await vi.waitFor(() => expect(sent).toEqual([{ version: 1, ticked: [1, 2] }]));
  await user.click(screen.getByText("Another topic"));
  await user.selectOptions(screen.getByRole("combobox", { name: "Topic" }), "A day in my job");
  await user.click(screen.getByRole("button", { name: "Add it" }));
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual({ version: 0, ticked: [] });
});
