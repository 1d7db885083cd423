import type { Page } from "@playwright/test";
import { expect, houseOf, inspect, test } from "./support/journey.ts";
import { sign } from "./support/participant.ts";
import { type Names, Two } from "./support/pilot.ts";
import { Somebody } from "./support/somebody.ts";
import { ask, everybody, programmeCalled, publish, sayHappy, settled, staff } from "./support/walk.ts";

// A pilot of eight pairs lives half a year, and the ninety days after it. Two of its people and their assistant walk it in
// the browser: from the suggestion by a moved date, a double cancellation and a nudge to the half of their time, to an end
// and a new partner, and with them to the echo. The others live the same weeks by the requests that their pages send. On
// the last day everybody's page says what it should.
const house = houseOf("demo");
const pilotPairs = 8;

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const card = (page: Page, title: string | RegExp) =>
  page.locator("section", { has: page.getByRole("heading", { name: title }) });

const days = (many: number) => house().run(["demo", "travel", `${many}d`]);

interface Listed {
  items: { mentor: { id: string; name: string }; mentee: { id: string; name: string } }[];
}

/** The names under which the two of each pair that a run found sign in. */
async function pairsOf(coordinator: Page, administrator: Somebody, programme: string): Promise<Names[]> {
  const runs = await ask<{ items: { id: string }[] }>(coordinator, "GET", `/api/match-runs?programme_id=${programme}`);
  const { items } = await ask<Listed>(coordinator, "GET", `/api/match-runs/${runs.items[0]?.id}/pairs?limit=100`);
  const nameOf = async ({ id }: { id: string }) =>
    (await administrator.get<{ sign_in_name: string }>(`/api/people/${id}`)).sign_in_name;
  return Promise.all(items.map(async (two) => ({ mentor: await nameOf(two.mentor), mentee: await nameOf(two.mentee) })));
}

test("eight pairs live half a year", async ({ visitor }) => {
  test.setTimeout(900_000);
  const jo = await visitor(house());
  const ana = await visitor(house());
  const sofia = await visitor(house());
  const nina = await visitor(house());
  const others: Two[] = [];
  let programme = "";

  await test.step("eight pairs are happy to meet", async () => {
    await jo.signIn("jo.byrne", staff);
    await ana.signIn("ana.moreira", everybody);
    await sofia.signIn("sofia.lind", everybody);
    const amir = await Somebody.signIn(house().address, "amir.haddad", staff);
    programme = await programmeCalled(jo.page, "Customers first");
    const found = await pairsOf(jo.page, amir, programme);
    expect(found).toContainEqual({ mentor: "ana.moreira", mentee: "sofia.lind" });
    await publish(jo.page, programme);
    // David answers nothing, and is there for whoever looks for a partner later.
    const seven = found.filter(({ mentor, mentee }) => mentor !== "ana.moreira" && mentee !== "david.okafor");
    for (const names of seven.slice(0, pilotPairs - 1))
      others.push(await Two.signIn(house().address, everybody, names));
    for (const two of others) await two.sayHappy();
    for (const { page } of [ana, sofia]) await sayHappy(page);
    await days(8);
  });
  const [monthly, quiet, paused, helped, reached, informal, notThisTime] = others as [Two, Two, Two, Two, Two, Two, Two];
  const running = [monthly, quiet, paused, helped, reached, informal];

  await test.step("seven of them go on, one does not, and nobody is told why", async () => {
    for (const { page } of [ana, sofia]) {
      await page.goto("/pair");
      await button(page, "Let us go on").click();
      await expect(button(page, "Let us go on")).toHaveCount(0);
    }
    for (const two of running) await two.answer("go_on", "go_on");
    await notThisTime.answer("go_on", "not_this_time");
    for (const two of running) await two.agree(two === reached ? "fortnightly" : "monthly");
    for (const { page } of [ana, sofia]) await sign(page);
    await ana.page.goto("/pair");
    await expect(heading(ana.page)).toContainText("under way");
    await days(8);
    await jo.page.goto(`/programmes/${programme}/pairs`);
    await expect(heading(jo.page)).toContainText("7 pairs are under way");
  });

  await test.step("one names an assistant, who chooses among the times that the other proposes", async () => {
    await sofia.page.goto("/settings");
    const assistants = sofia.page.getByLabel("Who", { exact: true });
    await assistants.fill("Nina Roth");
    await button(sofia.page, "Let them keep my dates").click();
    await expect(button(sofia.page, "Nina Roth no longer keeps my dates")).toBeVisible();
    await propose(ana.page, 2);
    await nina.signIn("nina.roth", staff);
    await nina.page.getByRole("link", { name: "To the dates" }).click();
    await expect(heading(nina.page)).toContainText("Sofia Lind has one date");
    await button(nina.page, "This one").click();
    await expect(button(nina.page, "Move it")).toBeVisible();
  });
});

/** Proposes the first times that fit both. */
async function propose(page: Page, times: number): Promise<void> {
  await page.goto("/pair");
  await page.getByRole("button", { name: /^(Find a date|One more date)$/ }).click();
  const fitting = page.getByRole("group", { name: "Up to three times to choose from" }).getByRole("checkbox");
  for (let at = 0; at < times; ++at) await fitting.nth(at).click();
  await button(page, "Propose these").click();
  await expect(page.getByRole("heading", { name: /^You proposed/ })).toBeVisible();
}
