import { existsSync, statSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { House } from "./support/house.ts";
import { expect, test, type Visitor } from "./support/journey.ts";
import { type Act, readSteps } from "./support/readme.ts";

const checkout = new URL("../..", import.meta.url).pathname;
const steps = readSteps(`${checkout}README.md`, "## From an HR export to two people who said yes");
// Long enough for a click that is done to be known as done: it must not be done twice.
const soon = { timeout: 10_000 };
const takesPictures = process.env.OBVERSE_PICTURES !== undefined;

/**
 * Does what the README says, in its own words: its commands on a data folder of the journey's own, its bullets in a
 * browser for each person, its pictures (written with OBVERSE_PICTURES=1). `bin/run` builds before it starts; here the
 * program is built already, so the command stands for its last three lines: migrate, demo, serve.
 */
test("the README, from an HR export to two people who said yes", async ({ visitor }) => {
  let house: House | undefined;
  const people = new Map<string, Visitor>();
  let page: Page | undefined;
  const pageNow = () => {
    if (!page) throw new Error("the README says what to do before it says as whom");
    return page;
  };
  const begin = async () => {
    house = await House.open("demo");
    return house;
  };
  try {
    for (const step of steps) {
      if (step.kind === "command") {
        await test.step(step.line, async () => {
          const words = step.line.split(" ");
          const command = words.shift();
          if (command === "bin/run" && words.length === 0) await begin();
          else if (command === "build/release/obverse") await (house ?? (await begin())).run(words);
          else throw new Error(`the journey does not know the command "${step.line}"`);
        });
      } else if (step.kind === "person") {
        await test.step(`as ${step.name}`, async () => {
          if (!house) throw new Error("nobody can sign in before bin/run");
          const known = people.get(step.name);
          const somebody = known ?? (await visitor(house));
          if (!known) await somebody.signIn(step.name, step.password);
          people.set(step.name, somebody);
          page = somebody.page;
          await page.goto("/");
        });
      } else if (step.kind === "act") {
        await test.step(step.text, () => perform(pageNow(), step.act));
      } else {
        await test.step(step.path, () => picture(pageNow(), `${checkout}${step.path}`));
      }
    }
  } finally {
    // A page may still be on its way to a part of it.
    for (const somebody of people.values()) await somebody.leave();
    await house?.close();
  }
});

/**
 * While a question stands in front of the page, it is what one acts on. It may still be on its way out when the page
 * behind it already says what comes next, so where to act is asked again until there is something to act on.
 */
async function perform(page: Page, act: Act): Promise<void> {
  if (act.verb === "see") {
    const said = page.getByText(act.what).filter({ visible: true }).first();
    return expect(said).toBeVisible({ timeout: 60_000 });
  }
  const dialogue = page.locator("dialog[open]");
  await expect(async () => {
    const place = (await dialogue.count()) > 0 ? dialogue : page;
    await actAt(place, page, act);
  }).toPass({ timeout: 60_000 });
}

async function actAt(place: Page | Locator, page: Page, act: Act): Promise<void> {
  switch (act.verb) {
    case "open the menu":
      return page.getByRole("button", { name: /: menu of / }).click(soon);
    case "open":
      return place.getByRole("link", { name: act.what, exact: true }).first().click(soon);
    case "press":
      return place.getByRole("button", { name: act.what, exact: true }).first().click(soon);
    case "tick":
      return place.getByRole("checkbox", { name: act.what }).first().check(soon);
    case "write":
      return place.getByLabel(act.what, { exact: true }).first().fill(act.value, soon);
    case "give":
      return place.getByLabel(act.what, { exact: true }).setInputFiles(`${checkout}${act.value}`, soon);
    case "choose": {
      const list = place.getByRole("combobox", { name: act.what });
      if ((await list.count()) > 0) return void (await list.first().selectOption({ label: act.value }, soon));
      return place.getByRole("radio", { name: act.value }).first().check(soon);
    }
    case "set":
      return place.getByLabel(act.what, { exact: true }).fill(`${dayIn(act.days)}T${act.time}`, soon);
  }
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function picture(page: Page, path: string): Promise<void> {
  if (takesPictures) {
    await expect(page.getByRole("status")).toHaveCount(0);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path, animations: "disabled", scale: "css" });
  }
  expect(existsSync(path), `${path} is there`).toBe(true);
  expect(statSync(path).size, `${path} is small`).toBeLessThan(150_000);
}
