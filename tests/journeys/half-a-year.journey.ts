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
const hour = 3_600_000;

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const card = (page: Page, name: string | RegExp) => page.getByRole("article", { name });

let amir: Somebody;
const now = async () => Date.parse((await amir.get<{ now: string }>("/api/session")).now);

/** Travels, and waits until the server has noticed. */
async function hours(many: number): Promise<void> {
  const arrival = (await now()) + many * hour;
  await house().run(["demo", "travel", `${many}h`]);
  await expect.poll(now).toBeGreaterThanOrEqual(arrival);
}
const days = (many: number) => hours(24 * many);

interface Listed {
  items: { mentor: { id: string; name: string }; mentee: { id: string; name: string } }[];
}

/** The names under which the two of each pair that a run found sign in. */
async function pairsOf(coordinator: Page, programme: string): Promise<Names[]> {
  const runs = await ask<{ items: { id: string }[] }>(coordinator, "GET", `/api/match-runs?programme_id=${programme}`);
  const { items } = await ask<Listed>(coordinator, "GET", `/api/match-runs/${runs.items[0]?.id}/pairs?limit=100`);
  const nameOf = async ({ id }: { id: string }) =>
    (await amir.get<{ sign_in_name: string }>(`/api/people/${id}`)).sign_in_name;
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
  let walked: Two;

  await test.step("eight pairs are happy to meet", async () => {
    await jo.signIn("jo.byrne", staff);
    await ana.signIn("ana.moreira", everybody);
    await sofia.signIn("sofia.lind", everybody);
    amir = await Somebody.signIn(house().address, "amir.haddad", staff);
    programme = await programmeCalled(jo.page, "Customers first");
    const found = await pairsOf(jo.page, programme);
    expect(found).toContainEqual({ mentor: "ana.moreira", mentee: "sofia.lind" });
    await publish(jo.page, programme);
    const names = { mentor: "ana.moreira", mentee: "sofia.lind" };
    walked = await Two.signIn(house().address, everybody, programme, names);
    // David answers nothing, and is there for whoever looks for a partner later.
    const seven = found.filter(({ mentor, mentee }) => mentor !== "ana.moreira" && mentee !== "david.okafor");
    for (const names of seven.slice(0, pilotPairs - 1))
      others.push(await Two.signIn(house().address, everybody, programme, names));
    for (const two of others) await two.sayHappy();
    for (const { page } of [ana, sofia]) await sayHappy(page);
    await days(8);
    for (const two of [walked, ...others]) await two.open();
  });
  const [monthly, quiet, paused, helped, reached, informal, notThisTime] = others as [Two, Two, Two, Two, Two, Two, Two];
  const running = [monthly, quiet, paused, helped, reached, informal];

  await test.step("seven of them go on, one does not, and nobody is told why", async () => {
    for (const { page } of [ana, sofia]) {
      await page.goto("/pair");
      await button(page, "Let us go on").click({ timeout: 30_000 });
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
    await expect(button(sofia.page, /Nina Roth no longer keeps my dates$/)).toBeVisible();
    await propose(ana.page, 2);
    await nina.signIn("nina.roth", staff);
    await nina.page.getByRole("link", { name: "To the dates" }).click();
    await expect(heading(nina.page)).toContainText("Sofia Lind has one date");
    await button(nina.page, "This one").click();
    await expect(button(nina.page, "Move it")).toBeVisible();
  });

  await test.step("the date is moved, the assistant chooses again, and they meet", async () => {
    const { page } = ana;
    await page.goto("/pair");
    await button(page, "Move it").click();
    await tickTimes(page, 2);
    await nina.page.reload();
    await button(nina.page, "This one").click();
    await expect(button(nina.page, "Move it")).toBeVisible();
    await days(1);
    await overTheDate(page);
    await page.goto("/pair");
    await button(page, "We met").click();
    await expect(page.getByText(/^One of about \d+ conversations so far/)).toBeVisible();
  });

  await test.step("afterwards each has three taps of their own", async () => {
    for (let date = 0; date < 2; ++date) {
      await propose(ana.page, 1);
      await sofia.page.goto("/pair");
      await button(sofia.page, "This one").click();
      await expect(button(sofia.page, "This one")).toHaveCount(0);
    }
    await days(8);
    const { page } = ana;
    await page.goto("/questions");
    await page.getByRole("link", { name: /^Three taps after conversation 1/ }).click();
    await answerAll(page);
  });

  await test.step("two dates are cancelled by one side, who alone gets times that fit both", async () => {
    const { page } = sofia;
    await page.goto("/pair");
    for (const left of [1, 0]) {
      await button(page, "Cancel it").first().click();
      await page.locator("dialog[open]").getByRole("button", { name: "Cancel it" }).click();
      await expect(button(page, "Move it")).toHaveCount(left);
    }
    await days(1);
    await workingMorning();
    await page.goto("/pair");
    await expect(page.getByRole("heading", { name: /^2 dates moved\. Here are 3/ })).toBeVisible();
    await inspect(page, "pair-nudge", "main");
    await ana.page.goto("/pair");
    await expect(heading(ana.page)).toContainText("under way");
    await expect(ana.page.getByRole("heading", { name: /dates moved/ })).toHaveCount(0);
  });

  await test.step("the coordinator sees the two as before, in the words that the two see", async () => {
    await mirrored(jo.page, [ana.page, sofia.page], "Ana Moreira");
  });

  await test.step("one tap proposes the times, and the other takes one", async () => {
    await button(sofia.page, /^Propose these/).click();
    await expect(sofia.page.getByRole("heading", { name: /^You proposed/ })).toBeVisible();
    await ana.page.goto("/pair");
    await button(ana.page, "This one").click();
    await expect(button(ana.page, "Move it")).toBeVisible();
    await overTheDate(ana.page);
    await sofia.page.goto("/pair");
    await button(sofia.page, "We met").click();
    await expect(sofia.page.getByText(/^2 of about/)).toBeVisible();
  });

  await test.step("the others meet, or pause, or would like help", async () => {
    await paused.pause();
    await month([walked, monthly, helped, reached, informal]);
    await helped.wishHelp();
    await reached.stop("goal_reached");
  });

  await test.step("half way each looks alone, then both together", async () => {
    for (const { page } of [ana, sofia]) {
      await page.goto("/pair");
      await page.getByRole("link", { name: /^Half way with/ }).click({ timeout: 5_000 });
      await answerAll(page);
    }
    await sofia.page.goto("/pair");
    await sofia.page.getByRole("link", { name: "Look at it together" }).click();
    await expect(sofia.page.getByText("What works, what should change? Is it two-way?")).toBeVisible();
    await expect(sofia.page.getByRole("link", { name: /^Half way with/ })).toBeVisible();
    await inspect(sofia.page, "review-half-way", "main");
  });

  await test.step("on Monday the coordinator finds what needs somebody, and nothing else", async () => {
    await jo.page.goto(`/programmes/${programme}/monday`);
    await settled(jo.page);
    await expect(jo.page.getByText("One person would like help.")).toBeVisible();
    await inspect(jo.page, "monday", "main");
  });

  await test.step("one stops, without a reason; the other and the assistant learn that it is over", async () => {
    await propose(sofia.page, 1);
    await ana.page.goto("/pair");
    await button(ana.page, "This one").click();
    await ana.page.getByRole("link", { name: "Stop here" }).click();
    await ana.page.getByRole("radio", { name: "I would like to stop here" }).check();
    await ana.page.getByLabel("What would make the next one work?").fill("Somebody who decides on opening hours.");
    await button(ana.page, "Stop here").click();
    await expect(heading(ana.page)).toHaveText("You and Sofia Lind have finished.");
    await sofia.page.goto("/pair");
    await expect(heading(sofia.page)).toHaveText("You and Ana Moreira have finished.");
    await nina.page.reload();
    await expect(heading(nina.page)).toHaveText("Sofia Lind has no date ahead.");
    await days(2);
    await jo.page.goto(`/programmes/${programme}/pairs`);
    await expect(heading(jo.page)).toContainText("4 pairs are under way");
    await expect(jo.page.getByRole("row", { name: /Ana Moreira/ })).toContainText("finished");
  });

  let next: Names = { mentor: "ana.moreira", mentee: "" };
  await test.step("when the break is over, the engine finds whoever looks for a partner another", async () => {
    await days(14);
    const run = await ask<{ id: string }>(jo.page, "POST", "/api/match-runs", { programme_id: programme, scope: "rest" });
    await jo.page.goto(`/programmes/${programme}/matching/${run.id}`);
    await expect(button(jo.page, "Publish suggestions")).toBeVisible({ timeout: 60_000 });
    const found = await pairsOf(jo.page, programme);
    next = found.find(({ mentor }) => mentor === "ana.moreira") ?? next;
    expect(next.mentee).not.toBe("");
    expect(next.mentee, "not the same two again").not.toBe("sofia.lind");
    await publish(jo.page, programme);
    walked = await Two.signIn(house().address, everybody, programme, next);
    await walked.sayHappy();
    await days(8);
    await walked.open();
    await walked.answer("go_on", "go_on");
    await walked.agree("fortnightly");
    await ana.page.goto("/pair");
    await expect(heading(ana.page)).toContainText("are under way");
    await month([walked, monthly, helped, informal]);
  });

  await test.step("coordinator and sponsor look back, and everybody hears of the last day", async () => {
    const { page } = jo;
    await page.goto(`/programmes/${programme}/closing`);
    const { earliest_on } = await ask<{ earliest_on: string }>(page, "GET", `/api/programmes/${programme}/closing`);
    await page.getByLabel("Last day", { exact: true }).fill(earliest_on);
    await button(page, "Announce it").click();
    await expect(heading(page)).toContainText("The last day is");
    await page.getByLabel("What will have been done").fill("The noon queue is half as long");
    await page.getByLabel("By when").fill(earliest_on);
    await page.getByLabel("Who sees to it").fill("Marta Kowalska");
    await page.getByLabel("Thank you", { exact: true }).fill("Thank you for every hour.");
    await button(page, "Save").click();
    const link = await page.getByRole("textbox", { name: "The link" }).inputValue();
    const marta = await visitor(house());
    await marta.page.goto(link);
    await button(marta.page, "Yes, I stand behind them").click();
    await expect(marta.page.getByText(/^You said yes on/)).toBeVisible();
  });

  await test.step("before it each says how to go on, and what will have been done in ninety days", async () => {
    await informal.goOnInformally();
    const { page } = ana;
    await page.goto("/pair");
    await page.getByRole("link", { name: "What we want from it" }).click();
    await page.getByLabel("Target 1").fill("Lead the noon briefing alone");
    await card(page, "What stays").getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await inspect(page, "goals-last-day", "main");
    await days(13);
  });

  await test.step("on the last day everybody sees what is theirs, and nobody who stopped", async () => {
    const ahead = "The last day is";
    for (const { who, secret, sees, not } of [
      { who: "jo.byrne", secret: staff, sees: [ahead, "See what may need you"], not: "Ana Moreira" },
      { who: "marta.kowalska", secret: everybody, sees: [ahead, "15 people bring a topic"], not: "Ana Moreira" },
      { who: "rosa.lima", secret: staff, sees: ["A person to talk to"], not: "Ana Moreira" },
      { who: "amir.haddad", secret: staff, sees: ["Administration"], not: "Ana Moreira" },
      { who: "nina.roth", secret: staff, sees: ["The dates of Sofia Lind"], not: "Ana Moreira" },
      { who: "lena.vogel", secret: everybody, sees: ["Nothing waits for you today."], not: "Ana Moreira" },
      { who: "sofia.lind", secret: everybody, sees: [ahead], not: "A partner is being looked for" },
      { who: "ana.moreira", secret: everybody, sees: [ahead, "are under way"], not: "Sofia Lind" },
    ]) {
      const somebody = await visitor(house());
      await somebody.signIn(who, secret);
      await settled(somebody.page);
      const main = somebody.page.getByRole("main");
      for (const words of sees) await expect(main).toContainText(words);
      await expect(main).not.toContainText(not);
      await inspect(somebody.page, `last-day-${who}`, "main");
      await somebody.leave();
    }
  });

  await test.step("then the programme can only be read, and its pairs come to their end", async () => {
    await days(2);
    await ana.page.goto("/closings");
    await expect(heading(ana.page)).toHaveText("Customers first has closed. Thank you for taking part.");
    await expect(ana.page.getByText("The noon queue is half as long")).toBeVisible();
    await days(8);
    await ana.page.goto("/pair");
    await expect(heading(ana.page)).toContainText("have finished");
    await jo.page.goto(`/programmes/${programme}/pairs`);
    await settled(jo.page);
    await expect(heading(jo.page)).not.toContainText("4 pairs");
  });

  await test.step("ninety days later each is asked what became of it", async () => {
    await days(92);
    const { page } = ana;
    await page.goto("/pair");
    await page.getByRole("link", { name: "What we want from it" }).click();
    await card(page, "Ninety days later").getByRole("radio", { name: "done" }).check();
    await page.getByLabel("What stayed with you?").fill("Ask first, then decide.");
    await card(page, "Ninety days later").getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await inspect(page, "goals-echo", "main");
  });
});

/** Travels to ten in the morning of a weekday, when nudges go out. */
async function workingMorning(): Promise<void> {
  const here = await now();
  const morning = new Date(here);
  do morning.setTime(morning.getTime() + hour);
  while (morning.getUTCHours() !== 9 || morning.getUTCDay() % 6 === 0);
  await hours(Math.round((morning.getTime() - here) / hour));
}

/** Each of them finds a date that fits both, and meets. */
async function month(pairs: Two[]): Promise<void> {
  for (const two of pairs) await two.setDate();
  await days(32);
  for (const two of pairs) await two.met();
  await days(1);
}

/** Agrees rather with everything that is asked. */
async function answerAll(page: Page): Promise<void> {
  const answers = page.getByRole("radio", { name: "4 · rather so" });
  await expect(answers.first()).toBeVisible();
  for (const answer of await answers.all()) await answer.check();
  await button(page, "Send").click();
  await expect(page.getByText("Thank you. Only you can read this again.")).toBeVisible();
}

/** The very line that the coordinator reads about a pair stands on the page of the two. */
async function mirrored(coordinator: Page, two: Page[], name: string): Promise<void> {
  const path = `/api/programmes/${await programmeCalled(coordinator, "Customers first")}/pairings?search=${encodeURIComponent(name)}`;
  const { items } = await ask<{ items: { line: object }[] }>(coordinator, "GET", path);
  for (const page of two) {
    const own = await ask<{ items: { mirror: { line: object } }[] }>(page, "GET", "/api/pairings");
    expect(own.items[0]?.mirror.line).toEqual(items[0]?.line);
  }
}

/** Travels until the pair's next date is behind it. */
async function overTheDate(page: Page): Promise<void> {
  const pairings = await ask<{ items: { id: string }[] }>(page, "GET", "/api/pairings");
  const { items } = await ask<{ items: { state: string; time: { starts_at: string } | null }[] }>(
    page,
    "GET",
    `/api/pairings/${pairings.items[0]?.id}/meetings`,
  );
  const next = items.find(({ state }) => state === "set")?.time;
  if (!next) throw new Error("no date is set");
  await hours(Math.max(0, Math.ceil((Date.parse(next.starts_at) - (await now())) / hour)) + 1);
}

/** Ticks the first times that fit both, and proposes them. */
async function tickTimes(page: Page, times: number): Promise<void> {
  const fitting = page.getByRole("group", { name: "Up to three times to choose from" }).getByRole("checkbox");
  for (let at = 0; at < times; ++at) await fitting.nth(at).click();
  await button(page, "Propose these").click();
  await expect(page.getByRole("heading", { name: /^You proposed/ })).toBeVisible();
}

/** Proposes the first times that fit both. */
async function propose(page: Page, times: number): Promise<void> {
  await page.goto("/pair");
  await page.getByRole("button", { name: /^(Find a date|One more date)$/ }).click();
  await tickTimes(page, times);
}
