import { fireEvent } from "@testing-library/react";
import { choicesOf } from "features/matching/components/trial-choices";
import { WorkbenchCard } from "features/matching/components/workbench-card";
import { delay, HttpResponse, http } from "msw";
import { aSetUp } from "testing/programme";
import { render, screen } from "testing/render";
import { answers, example, refuses, server } from "testing/server";
import { aTrial, couple } from "testing/trial";
import { beforeEach, expect, it, vi } from "vitest";

const { settings } = aSetUp();
const trials = "/api/programmes/p-1/match-trials";
const wishes = "/api/programmes/p-1/wishes";
const run = { ...example<object>("match-runs/match_run"), id: "r-1" } as never;

beforeEach(() => {
  answers("get", wishes, { items: [], next_cursor: null });
});

const workbench = (more: { report?: object; onUse?: () => void } = {}) => (
  <WorkbenchCard
    programmeId="p-1"
    run={{ ...(run as object), ...(more.report && { report: more.report }) } as never}
    settings={settings}
    called={undefined}
    onUse={more.onUse ?? (() => undefined)}
    busy={false}
    error={null}
  />
);

const opened = async (element = workbench()) => {
  const drawn = await render(element);
  await drawn.user.click(screen.getByText(/How this was found/));
  await screen.findByText(/can be paired/);
  return drawn;
};
const move = (name: RegExp, value: number) =>
  fireEvent.change(screen.getByRole("slider", { name }), { target: { value } });

it("stays shut for a small programme, and asks for nothing until it is opened", async () => {
  const sent = answers("post", trials, aTrial());
  const { user } = await render(workbench());
  expect(screen.queryByRole("slider")).toBeNull();
  expect(sent).toEqual([]);
  await user.click(screen.getByText(/How this was found/));
  expect(await screen.findByText(/4 of 4 people can be paired/)).toBeVisible();
  expect(sent).toHaveLength(1);
});

it("stands open for a large one", async () => {
  answers("post", trials, aTrial());
  await render(workbench({ report: { ...(run as { report: object }).report, pairs: 31 } }));
  expect(await screen.findAllByRole("slider")).toHaveLength(4);
});

it("asks once after the last move", async () => {
  const sent = answers("post", trials, aTrial());
  await opened();
  for (const value of [55, 50, 45, 40]) move(/Topics/, value);
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ compared_with: "r-1", weights: { topics: 40, style: 15 } });
});

it("never asks twice at a time, and the answer before stands meanwhile", async () => {
  answers("post", trials, aTrial());
  await opened();
  let atOnce = 0;
  let most = 0;
  const sent: unknown[] = [];
  server.use(
    http.post(`*${trials}`, async ({ request }) => {
      sent.push(await request.json());
      most = Math.max(most, ++atOnce);
      await delay(700);
      atOnce -= 1;
      return HttpResponse.json(aTrial({ mentors: sent.length * 50 }) as never);
    }),
  );
  move(/Topics/, 10);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(screen.getByText(/4 of 4 people can be paired/)).toBeVisible();
  move(/Topics/, 20);
  move(/Topics/, 30);
  await vi.waitFor(() => expect(screen.getByText(/of 102 people can be paired/)).toBeVisible(), {
    timeout: 3000,
  });
  expect(most).toBe(1);
  expect(sent.map((one) => (one as { weights: { topics: number } }).weights.topics)).toEqual([10, 30]);
});

it("asks for nothing while nothing counts", async () => {
  const sent = answers("post", trials, aTrial());
  await opened();
  for (const name of [/Topics/, /Working style/, /Another department/, /Hours in common/]) move(name, 0);
  expect(screen.getByText(/Something has to count/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Use these from now on" })).toBeDisabled();
  await new Promise((after) => setTimeout(after, 400));
  expect(sent.filter((one) => (one as { weights: { times: number } }).weights.times === 0)).toEqual([]);
});

it("gives what was chosen to whoever keeps it, and goes back", async () => {
  answers("post", trials, aTrial());
  const kept: unknown[] = [];
  const { user } = await opened(
    workbench({ onUse: (...choices: unknown[]) => kept.push(...choices) } as never),
  );
  const use = screen.getByRole("button", { name: "Use these from now on" });
  expect(use).toBeDisabled();
  await user.click(screen.getByRole("checkbox", { name: /Only people of different departments/ }));
  await user.click(use);
  expect(kept).toEqual([
    expect.objectContaining({ rules: expect.objectContaining({ department_rule: "different" }) }),
  ]);
  await user.click(screen.getByRole("button", { name: "Back to the programme's own" }));
  expect(screen.getByRole("checkbox", { name: /Only people of different departments/ })).not.toBeChecked();
  expect(choicesOf(settings, "best").rules.department_rule).toBe("any");
});

it("says what was refused", async () => {
  refuses("post", trials, 409, "not_verified");
  const { user } = await render(workbench());
  await user.click(screen.getByText(/How this was found/));
  expect(await screen.findByText(/could not be proved/)).toBeVisible();
});

it("leaves wishes out, and gives them to whoever keeps that", async () => {
  const [kept, apart] = [
    { wish: "together", ...couple("Ana", "Sofia") },
    { wish: "apart", ...couple("Bruno", "David") },
  ];
  answers("get", wishes, { items: [kept, apart], next_cursor: null });
  const sent = answers("post", trials, aTrial());
  const used: unknown[] = [];
  const { user } = await opened(
    workbench({ onUse: (...choices: unknown[]) => used.push(...choices) } as never),
  );
  await user.click(await screen.findByRole("checkbox", { name: "Bruno and David apart" }));
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({
    no_longer_together: [],
    no_longer_apart: [{ mentor_id: "p-Bruno", mentee_id: "p-David" }],
  });
  await user.click(screen.getByRole("button", { name: "Use these from now on" }));
  expect(used).toEqual([expect.objectContaining({ leftOut: [apart] })]);
  await user.click(screen.getByRole("checkbox", { name: "Bruno and David apart" }));
  expect(screen.getByRole("button", { name: "Use these from now on" })).toBeDisabled();
});
