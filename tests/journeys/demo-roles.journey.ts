import type { Page } from "@playwright/test";
import { expect, houseOf, inspect, test } from "./support/journey.ts";
import {
  ask,
  closeTheRound,
  everybody,
  inDays,
  programmeCalled,
  publish,
  refused,
  sayHappy,
  settled,
  sign,
  staff,
} from "./support/walk.ts";

// Everybody of the demo organisation opens each of their pages: narrow and wide, light and dark, with no word of the
// workshop on any of them. A page that two roles share is looked at once.
const house = houseOf("demo");
const hrExport = new URL("../../docs/examples/hr-export.csv", import.meta.url).pathname;

// Each test looks at some ten pages, four times.
test.describe.configure({ timeout: 360_000 });

/** Opens a page, waits until it has said what it has to say, and looks at it. */
async function look(page: Page, name: string, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
  await inspect(page, name);
}

test("the coordinator sees each programme, and nobody's answer", async ({ visitor }) => {
  const jo = await visitor(house());
  const { page } = jo;
  await jo.signIn("jo.byrne", staff);
  await settled(page);
  await inspect(page, "home-coordinator");
  await look(page, "programmes", "/programmes");

  await test.step("thirty pasted rows are a programme in a moment", async () => {
    await page.goto("/programmes/preview");
    await page.getByLabel("Rows from your spreadsheet").fill(pasted(30));
    await page.getByRole("button", { name: "Show me" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("possible");
    await inspect(page, "preview");
  });

  const enrolling = await programmeCalled(page, "Front line first");
  await look(page, "programme", `/programmes/${enrolling}`);
  await look(page, "programme-people", `/programmes/${enrolling}/people`);
  await look(page, "matching-none", `/programmes/${enrolling}/matching`);
  const pilot = await programmeCalled(page, "Customers first");
  await look(page, "matching", `/programmes/${pilot}/matching`);
  await look(page, "pairs-none", `/programmes/${pilot}/pairs`);
  await look(page, "supervisors", `/programmes/${pilot}/supervisors`);

  await test.step("who is asked to stand for a programme, or to join one, needs no account", async () => {
    const { id } = await ask<{ id: string }>(page, "POST", "/api/programmes", { name: "Night shift" });
    await look(page, "programme-draft", `/programmes/${id}`);
    await ask(page, "PUT", `/api/programmes/${id}/sponsor`, { name: "Freya Moreau" });
    const sponsor = await ask<{ link: string }>(page, "GET", `/api/programmes/${id}/sponsor`);
    const call = await ask<{ link: string }>(page, "PUT", `/api/programmes/${enrolling}/open-call`, {
      limited_by: "code",
      code: "harbour",
      closes_on: inDays(3),
    });
    const stranger = await visitor(house());
    await look(stranger.page, "acceptance", sponsor.link);
    await look(stranger.page, "join", call.link);
    await look(stranger.page, "forgotten", "/forgotten");
    await refused(stranger, async () => {
      await look(stranger.page, "acceptance-void", "/sponsor/nothing");
      await look(stranger.page, "join-void", "/join/nothing");
      await look(stranger.page, "activation-void", "/activation/nothing");
    });
  });
});

test("the administrator sees people, the import and the log, and no pair", async ({ visitor }) => {
  const amir = await visitor(house());
  const { page } = amir;
  await amir.signIn("amir.haddad", staff);
  await settled(page);
  await inspect(page, "home-administrator");
  await look(page, "people", "/administration/people");
  await page.getByRole("link", { name: "Aisha Bakker" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aisha Bakker");
  await inspect(page, "person");

  await test.step("an import, from the file to what has happened, and after a reload", async () => {
    await look(page, "import", "/administration/import");
    await page.getByLabel("Choose a file").setInputFiles(hrExport);
    await expect(page.getByRole("button", { name: "Show what would happen" })).toBeVisible();
    await inspect(page, "import-mapping");
    await page.getByRole("button", { name: "Show what would happen" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This would add 5 and change 0.");
    await settled(page);
    await inspect(page, "import-report");
    await page.getByRole("button", { name: "Bring them in" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("5 added, 0 changed.");
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("5 added, 0 changed.");
  });

  for (const name of ["roles", "mails", "log"]) await look(page, name, `/administration/${name}`);
  await look(page, "settings", "/settings");
});

test("whoever takes part sees what comes next, from the invitation to the pair", async ({ visitor }) => {
  const invited = await visitor(house());
  await invited.signIn("ben.zielinski", everybody);
  await settled(invited.page);
  await inspect(invited.page, "home-invited");
  await look(invited.page, "exchange-none", "/exchange");

  const waiting = await visitor(house());
  await waiting.signIn("kwame.fraser", everybody);
  await settled(waiting.page);
  await inspect(waiting.page, "home-waiting");
  await look(waiting.page, "suggestions-none", "/suggestions");
  await look(waiting.page, "pair-none", "/pair");

  const jo = await visitor(house());
  await jo.signIn("jo.byrne", staff);
  const pilot = await programmeCalled(jo.page, "Customers first");
  await publish(jo.page, pilot);

  const two: Page[] = [];
  await test.step("one on each side has a suggestion, and is happy to meet", async () => {
    for (const [name, side] of [
      ["ana.moreira", "brings"],
      ["sofia.lind", "wants"],
    ] as const) {
      const somebody = await visitor(house());
      const { page } = somebody;
      await somebody.signIn(name, everybody);
      await look(page, `exchange-${side}`, "/exchange");
      await look(page, `suggestions-${side}`, "/suggestions");
      await sayHappy(page);
      two.push(page);
    }
  });

  const [ana, sofia] = two as [Page, Page];
  await test.step("Ana has told her supervisor, whose page is the one she reads herself", async () => {
    const asked = await ask<{ time: { link: string } }>(
      ana,
      "GET",
      `/api/programmes/${pilot}/my-protected-time`,
    );
    await look(ana, "supervisor", "/supervisor");
    await look(ana, "working-time", new URL(asked.time.link).pathname);
  });
  let pair = "";
  await test.step("they get to know each other", async () => {
    pair = await closeTheRound(house(), ana);
    await look(ana, "home-next-step", "/");
    await look(sofia, "pair-exploring", "/pair");
    for (const page of two) await ask(page, "PUT", `${pair}/exploratory-answer`, { answer: "go_on" });
  });

  await test.step("they agree, and begin", async () => {
    await look(ana, "pair-agreeing", "/pair");
    await ana.getByRole("button", { name: "Write it down" }).click();
    await expect(ana.getByRole("button", { name: "Sign the agreement" })).toBeVisible();
    await inspect(ana, "pair-signing");
    for (const page of two) await sign(page, pair);
    await look(sofia, "pair-started", "/pair");
    await look(jo.page, "pairs", `/programmes/${pilot}/pairs`);
    await look(jo.page, "matching-told", `/programmes/${pilot}/matching`);
  });
});

test("whoever has another role finds a home, and no door that is not theirs", async ({ visitor }) => {
  for (const [name, secret] of [
    ["nina.roth", staff],
    ["rosa.lima", staff],
    ["kim.park", staff],
    ["marta.kowalska", everybody],
    ["jo.byrne", staff],
    ["amir.haddad", staff],
  ] as const) {
    const somebody = await visitor(house());
    await somebody.signIn(name, secret);
    await settled(somebody.page);
    // Those two have been looked at above.
    if (name !== "jo.byrne" && name !== "amir.haddad") await inspect(somebody.page, `home-${name}`);
    // Every link of the bar and of the menu opens: a page that refuses would be noted on the console.
    const doors = await somebody.page.getByRole("navigation", { name: "Main" }).getByRole("link").evaluateAll(hrefs);
    await somebody.page.getByRole("button", { name: /: menu of / }).click();
    doors.push(...(await somebody.page.locator("a[href^='/']").evaluateAll(hrefs)));
    for (const path of new Set(doors)) {
      await somebody.page.goto(path);
      await settled(somebody.page);
    }
  }
  const ana = await visitor(house());
  await ana.signIn("ana.moreira", everybody);
  await refused(ana, () => look(ana.page, "not-yours", "/administration/log"));
});

const hrefs = (links: Element[]) => links.map((one) => one.getAttribute("href") ?? "/");

function pasted(rows: number): string {
  const head = "Name\tLevel\tDepartment\tBrings\tWants";
  const people = Array.from({ length: rows }, (_, at) =>
    at % 2 === 0
      ? `Ari ${at}\t1\tStores\tHow new customers choose\tLeading without a title`
      : `Bo ${at}\t4\tFinance\tLeading without a title\tHow new customers choose`,
  );
  return [head, ...people].join("\n");
}
