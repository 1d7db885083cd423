import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, houseOf, inspect, test } from "./support/journey.ts";
import { staff } from "./support/walk.ts";

// The coordinator of a programme of more than thirty pairs at the workbench: what a search found and what else there
// was, other weights, two people kept apart, one pair made by hand by keyboard and one drawn over, two searches
// compared, a file; then the suggestions are published, and that is undone.
const house = houseOf("demo");
const people = 100;

test("a coordinator tries, keeps apart, makes a pair by hand, compares, publishes and undoes", async ({ visitor }) => {
  const programme = await house().crowd(people);
  const jo = await visitor(house());
  const { page } = jo;
  await jo.signIn("jo.byrne", staff);
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const table = (name: string) => page.getByRole("table", { name, exact: true });
  const dialogue = page.locator("dialog[open]");
  const pairs = table("Pairs");
  const wishes = table("Together and apart");
  const drafted = (number: number) =>
    expect(page.getByText(`Draft ${number}, checked.`)).toBeVisible({ timeout: 60_000 });

  await test.step("a search is made anew, and stands as a picture and a list", async () => {
    await page.goto(`/programmes/${programme}/matching`);
    await button("Find pairs again").click();
    await dialogue.getByRole("radio", { name: "Look at everything anew" }).check();
    await dialogue.getByRole("button", { name: "Find pairs" }).click();
    await drafted(2);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/of 100 people can be paired/);
    await expect(page.getByRole("img", { name: /lines between them/ })).toBeVisible();
    await expect(pairs.getByRole("row").nth(1)).toBeVisible();
  });

  await test.step("what each objective would give and each rule costs stands beside it", async () => {
    const objectives = table("What each would give");
    await expect(objectives.getByRole("row")).toHaveCount(5, { timeout: 60_000 });
    await expect(objectives.getByRole("row", { name: /^Most benefit/ })).toContainText("this search");
    await expect(table("If one of them were left out").getByRole("row").nth(1)).toBeVisible();
    await inspect(page, "workbench");
  });

  await test.step("a slider is moved by keyboard, and a moment later there is another answer", async () => {
    const topics = page.getByRole("slider", { name: /Topics/ });
    await expect(topics).toHaveValue("60");
    await topics.focus();
    const answered = page.waitForResponse(/match-trials$/);
    for (let press = 0; press < 12; ++press) await page.keyboard.press("ArrowLeft");
    await expect(topics).toHaveValue("0");
    expect((await answered).status()).toBe(200);
    await expect(table("What it would give, in figures")).toBeVisible();
    await button("Back to the programme's own").click();
    await expect(topics).toHaveValue("60");
  });

  let first = "";
  await test.step("two people are kept apart, and a search keeps them so and moves few others", async () => {
    const row = pairs.getByRole("row").nth(1);
    first = await namesIn(row);
    await row.getByRole("button", { name: /^Keep .* apart$/ }).click();
    await expect(wishes.getByRole("row")).toHaveCount(2);
    await button("Find pairs again").click();
    await dialogue.getByRole("button", { name: "Find pairs" }).click();
    await drafted(3);
    await expect(page.getByText(/Of the \d+ pairs of search no\. 2/)).toBeVisible();
    const search = page.getByRole("article", { name: "Pairs", exact: true }).getByRole("searchbox");
    const [, learns = ""] = first.split(" and ");
    await search.fill(learns);
    await expect(pairs.getByRole("row").nth(1)).toContainText(learns);
    expect(await Promise.all((await pairs.getByRole("row").all()).map(namesIn))).not.toContain(first);
    await search.fill("");
  });

  await test.step("the wish has a price, and can be left out of what is tried", async () => {
    const wish = `${first} apart`;
    await expect(table("If one of them were left out").getByText(wish)).toBeVisible({ timeout: 60_000 });
    const answered = page.waitForResponse(/match-trials$/);
    await page.getByRole("checkbox", { name: wish }).press("Space");
    expect((await answered).status()).toBe(200);
    await expect(button("Use these from now on")).toBeEnabled();
    await button("Back to the programme's own").click();
  });

  await test.step("somebody gets someone else, by keyboard, and it says first what that means", async () => {
    await pairs.getByRole("row").nth(2).getByRole("button", { name: /^Someone else for/ }).press("Enter");
    await expect(dialogue).toBeVisible();
    const others = dialogue.getByRole("group", { name: "Someone else", exact: true }).getByRole("radio");
    await expect(others.first()).toBeVisible();
    const keep = dialogue.getByRole("button", { name: /^Keep them together/ });
    for (let at = 0; at < (await others.count()) && !(await keep.isVisible()); ++at) {
      await others.nth(at).press("Space");
      await expect(dialogue.locator("section[aria-busy=false]")).toContainText(/pairs|cannot/i);
    }
    await inspect(page, "workbench-by-hand", "dialog[open]");
    await keep.press("Enter");
    await expect(dialogue).toHaveCount(0);
    await drafted(4);
    await expect(wishes.getByText("kept together")).toBeVisible();
  });

  await test.step("one is drawn over to the other side, and it is asked before anything is made", async () => {
    const handles = page.locator("svg circle:has(title)");
    await handles.first().scrollIntoViewIfNeeded();
    await drag(page, handles.first(), page.locator("svg circle:has(title)").nth(people / 2 + 10));
    await expect(dialogue.getByRole("heading", { name: / together\?$/ })).toBeVisible();
    await dialogue.getByRole("button", { name: "Go back" }).click();
    await expect(dialogue).toHaveCount(0);
  });

  await test.step("two searches are compared, person by person", async () => {
    await page.getByRole("link", { name: "Compare with no. 4" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/something is different/);
    await page.getByLabel("What is different").selectOption("somebody else");
    await expect(table("Person by person").getByText("the same")).toHaveCount(0);
    await inspect(page, "workbench-compared");
    await page.getByRole("link", { name: "To the newest" }).click();
    await drafted(4);
  });

  await test.step("the pairs go into a file", async () => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download the pairs: CSV" }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe("pairs-4.csv");
    const lines = (await readFile(await file.path(), "utf8")).trim().split("\n");
    expect(lines.length).toBeGreaterThan(30);
  });

  await test.step("and then it is published, and undone before anybody is told", async () => {
    await button("Publish suggestions").click();
    await dialogue.getByRole("button", { name: "Publish suggestions" }).click();
    await expect(button("Send now")).toBeVisible();
    await expect(page.getByRole("slider")).toHaveCount(0);
    await button("Undo").click();
    await expect(button("Publish suggestions")).toBeVisible();
  });
});

async function namesIn(row: Locator): Promise<string> {
  return (await row.locator(".teaches, .learns").allInnerTexts()).join(" and ");
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("nothing to draw over");
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}
