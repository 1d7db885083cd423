import type { Locator, Page } from "@playwright/test";
import { expect, houseOf, test, type Visitor } from "./support/journey.ts";
import { overClosingDay } from "./support/walk.ts";

// Saying *happy to meet*, going on and signing, by two people who use nothing but their keyboard.
const house = houseOf("demo");
const password = "good morning nordlys";

test("two people say yes, go on and sign without a mouse", async ({ visitor }) => {
  await test.step("the coordinator publishes the suggestions", async () => {
    const jo = await arrive(await visitor(house()), "jo.byrne", "nordlys runs well");
    await press(jo, jo.getByRole("button", { name: /: menu of / }));
    await press(jo, jo.getByRole("link", { name: "Programmes" }));
    await press(jo, jo.getByRole("link", { name: "Customers first" }));
    await press(jo, jo.getByRole("link", { name: "Matching" }));
    await press(jo, jo.getByRole("button", { name: "Publish suggestions" }));
    const question = jo.locator("dialog[open]");
    await press(jo, question.getByRole("button", { name: "Publish suggestions" }));
    await press(jo, jo.getByRole("button", { name: "Send now" }));
    await press(jo, jo.locator("dialog[open]").getByRole("button", { name: "Send now" }));
    await expect(jo.getByText("Everybody can answer, privately")).toBeVisible();
  });

  const two: Page[] = [];
  await test.step("both are happy to meet", async () => {
    for (const name of ["ana.moreira", "sofia.lind"]) {
      const page = await arrive(await visitor(house()), name, password);
      await press(page, page.getByRole("link", { name: "See why" }));
      await press(page, page.getByRole("checkbox", { name: /decides on the other's pay/ }), "Space");
      await press(page, page.getByRole("button", { name: "Happy to meet" }));
      await expect(page.getByRole("button", { name: "Happy to meet" })).toHaveCount(0);
      two.push(page);
    }
  });

  await test.step("a week later both go on", async () => {
    await overClosingDay(house());
    for (const page of two) {
      await expect(async () => {
        await page.goto("/");
        await expect(page.getByRole("link", { name: "Open your page" })).toBeVisible({ timeout: 2_000 });
      }).toPass({ timeout: 60_000 });
      await press(page, page.getByRole("link", { name: "Open your page" }));
      await press(page, page.getByRole("button", { name: "Let us go on" }));
    }
  });

  await test.step("one writes the agreement down, both sign it and the charter", async () => {
    const [first, second] = two as [Page, Page];
    await press(second, second.getByRole("button", { name: "Write it down" }));
    for (const page of [second, first]) {
      await page.goto("/pair");
      await press(page, page.getByRole("checkbox", { name: /decide on the other's pay/ }), "Space");
      await press(page, page.getByRole("button", { name: "Sign the agreement" }));
      await press(page, page.getByRole("button", { name: "I have read it, and sign" }));
    }
    await expect(first.getByRole("heading", { level: 1 })).toHaveText("You and Sofia Lind are under way.");
  });

  await test.step("one proposes times that fit both, the other chooses", async () => {
    const [first, second] = two as [Page, Page];
    await second.goto("/pair");
    await press(second, second.getByRole("button", { name: "Find a date" }));
    await press(second, second.getByRole("checkbox"), "Space");
    await press(second, second.getByRole("button", { name: "Propose these" }));
    await expect(second.getByText(/You proposed these times/)).toBeVisible();
    await first.goto("/pair");
    await press(first, first.getByRole("button", { name: "This one" }));
    await expect(first.getByRole("button", { name: "Move it" })).toBeVisible();
    await expect(first.getByText(/next date set/)).toBeVisible();
  });
});

async function arrive(somebody: Visitor, name: string, secret: string): Promise<Page> {
  const { page } = somebody;
  await page.goto("/sign-in");
  await reach(page, page.getByLabel("Sign-in name"));
  await page.keyboard.type(name);
  await reach(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(secret);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  return page;
}

async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await reach(page, target.first());
  await page.keyboard.press(key);
}

/** Goes there by Tab alone, as long as it takes, and sees where the focus is. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const hasFocus = () => target.evaluate((one) => one === document.activeElement);
  for (let steps = 0; !(await hasFocus()); ++steps) {
    if (steps > 150) throw new Error(`Tab does not lead to ${target}`);
    await page.keyboard.press("Tab");
  }
  expect(await target.evaluate((one) => one.matches(":focus-visible")), "the focus is seen").toBe(true);
}
