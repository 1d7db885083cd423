import type { PairMeetings } from "features/meeting/api/list-meetings";
import type { Slots } from "features/meeting/api/list-slots";
import type { Occurrences } from "features/meeting/api/series";
import { MeetingsCard } from "features/meeting/components/meetings-card";
import { render, screen } from "testing/render";
import { answers, example, refuses } from "testing/server";
import { expect, it, vi } from "vitest";

const recorded = example<PairMeetings>("meetings/list");
const [set] = recorded.items;
const proposed = {
  ...recorded,
  items: [
    {
      ...set,
      state: "proposed",
      time: null,
      number: null,
      times: [set?.time],
      allowed_actions: ["choose", "move", "change_where", "cancel"],
    },
  ],
};
const list = `/api/pairings/${set?.pairing_id}/meetings`;
const of = (rest: string) => `/api/meetings/${set?.id}/${rest}`;
const card = (
  <MeetingsCard pairingId={set?.pairing_id ?? ""} partner="Sofia Lind" today="2026-12-01" isNext />
);

it("offers the times that the other proposed, and sends the one that was chosen", async () => {
  answers("get", list, proposed);
  const sent = answers("put", of("time"), set);
  const { user } = await render(card);
  expect(await screen.findByText("Sofia Lind proposed times: which one suits you?")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "This one" }));
  await vi.waitFor(() => expect(sent).toEqual([{ version: set?.version, starts_at: set?.time?.starts_at }]));
});

it("takes several dates with one word, or shows them one by one", async () => {
  const [one] = proposed.items;
  const series = ["a", "b"].map((id) => ({ ...one, id, series_id: "s" }));
  answers("get", list, { ...recorded, items: series });
  const sent = answers("put", "/api/meeting-series/s/acceptance", { id: "s", items: series });
  const { user } = await render(card);
  await user.click(await screen.findByRole("button", { name: "Take all 2" }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
});

it("proposes the same hour again, without what is unticked", async () => {
  answers("get", list, { ...recorded, items: [] });
  answers("get", `/api/pairings/${set?.pairing_id}/slots`, example<Slots>("meetings/slots"));
  answers(
    "get",
    `/api/pairings/${set?.pairing_id}/occurrences`,
    example<Occurrences>("meetings/occurrences"),
  );
  const sent = answers("post", `/api/pairings/${set?.pairing_id}/meeting-series`, { id: "s", items: [] });
  const { user } = await render(card);
  await user.click(await screen.findByRole("button", { name: "Find a date" }));
  await user.click((await screen.findAllByRole("checkbox"))[0] as HTMLElement);
  await user.selectOptions(screen.getByRole("combobox", { name: "How many in one go" }), "3 dates");
  const again = await screen.findByRole("checkbox", { name: /March 11/ });
  await user.click(again);
  await user.click(screen.getByRole("button", { name: "Propose these" }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    times: [{ starts_local: "2027-02-11T15:30" }, { starts_local: "2027-04-08T15:30" }],
  });
});

it("says why a choice was refused", async () => {
  answers("get", list, proposed);
  refuses("put", of("time"), 409, "pairing_paused");
  const { user } = await render(card);
  await user.click(await screen.findByRole("button", { name: "This one" }));
  expect(await screen.findByText("The two of you pause. Go on first, then set dates.")).toBeVisible();
});

it("proposes up to three of the times that fit both", async () => {
  answers("get", list, { ...recorded, items: [] });
  const slots = example<Slots>("meetings/slots");
  answers("get", `/api/pairings/${set?.pairing_id}/slots`, slots);
  const sent = answers("post", list, set);
  const { user } = await render(card);
  await user.click(await screen.findByRole("button", { name: "Find a date" }));
  const ticks = await screen.findAllByRole("checkbox");
  for (const tick of ticks.slice(0, 3)) await user.click(tick);
  expect(ticks[3]).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: "Where" }), "Canteen");
  await user.click(screen.getByRole("button", { name: "Propose these" }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    minutes: 45,
    place: "Canteen",
    times: slots.items.slice(0, 3).map(({ starts_local }) => ({ starts_local, time_zone: slots.time_zone })),
  });
});

it("asks before a date is cancelled, and says who is told what", async () => {
  answers("get", list, recorded);
  const sent = answers("put", of("cancellation"), set);
  const { user } = await render(card);
  await user.click(await screen.findByRole("button", { name: "Cancel it" }));
  expect(screen.getByText(/Sofia Lind is told that the date no longer stands/)).toBeVisible();
  expect(sent).toHaveLength(0);
  await user.click(screen.getAllByRole("button", { name: "Cancel it" }).at(-1) as HTMLElement);
  await vi.waitFor(() => expect(sent).toEqual([{ version: set?.version, whose: recorded.side }]));
});

it("lets either say after it began whose side did not come", async () => {
  const begun = { ...set, allowed_actions: ["move", "hold", "cancel"] };
  answers("get", list, { ...recorded, items: [begun] });
  const sent = answers("put", of("cancellation"), set);
  const { user } = await render(card);
  expect(await screen.findByRole("button", { name: "We met" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "It did not take place" }));
  await user.click(screen.getByRole("radio", { name: "Sofia Lind could not" }));
  await user.click(screen.getAllByRole("button", { name: "It did not take place" }).at(-1) as HTMLElement);
  const other = recorded.side === "mentor" ? "mentee" : "mentor";
  await vi.waitFor(() => expect(sent).toEqual([{ version: set?.version, whose: other }]));
});

it("says that the partner cannot come, by what their calendar answered", async () => {
  const declined = { ...set, attendances: [{ side: "mentee", answer: "declined" }] };
  answers("get", list, { ...recorded, items: [declined] });
  await render(card);
  expect(
    await screen.findByText("Sofia Lind cannot come. Move the date, or wait until they do."),
  ).toBeVisible();
});
