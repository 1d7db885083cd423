import type { Page } from "@playwright/test";
import { type Agreement, writtenDown } from "./support/agreement.ts";
import { expect, houseOf, inspect, test } from "./support/journey.ts";
import {
  ask,
  closeTheRound,
  everybody,
  programmeCalled,
  publish,
  refused,
  sayHappy,
  sign,
  staff,
} from "./support/walk.ts";

// The page of one conversation, by the two whose it is: what is written on one screen stands on the other.
const house = houseOf("demo");

interface Meeting {
  id: string;
  version: number;
  times: { starts_at: string }[];
}

test("two people prepare a conversation, and each sees what the other laid out", async ({ visitor }) => {
  const jo = await visitor(house());
  const ana = await visitor(house());
  const sofia = await visitor(house());
  let meeting = "";

  await test.step("they have a date", async () => {
    await jo.signIn("jo.byrne", staff);
    await publish(jo.page, await programmeCalled(jo.page, "Customers first"));
    await ana.signIn("ana.moreira", everybody);
    await sofia.signIn("sofia.lind", everybody);
    await sayHappy(ana.page);
    await sayHappy(sofia.page);
    const pair = await closeTheRound(house(), ana.page);
    for (const { page } of [ana, sofia])
      await ask(page, "PUT", `${pair}/exploratory-answer`, { answer: "go_on" });
    const drafted = await ask<Agreement>(sofia.page, "GET", `${pair}/agreement`);
    await ask(sofia.page, "PUT", `${pair}/agreement`, writtenDown(drafted));
    for (const { page } of [sofia, ana]) await sign(page, pair);
    meeting = await setDate(sofia.page, ana.page, pair);
  });

  await test.step("one opens the page from the pair's, and puts two things on the agenda", async () => {
    const { page } = ana;
    await page.goto("/pair");
    await page.getByRole("link", { name: "Open its page" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Your first conversation with Sofia Lind",
    );
    await expect(page.getByRole("heading", { name: "Before you meet" })).toBeVisible();
    await expect(
      page.getByText("You are not there to be right, you are there to be useful.").first(),
    ).toBeVisible();
    await page.getByRole("button", { name: "Add something: You bring" }).click();
    await page.getByLabel("In a few words").fill("The queue at noon");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Add something: Sofia Lind brings" }).click();
    await page.getByLabel("In a few words").fill("How the opening hours came about");
    await page.getByRole("button", { name: "Save" }).click();
    await page
      .getByRole("button", { name: /^Skip: / })
      .first()
      .click();
  });

  await test.step("the other finds it without looking for it, and writes beside it", async () => {
    const { page } = sofia;
    await page.goto("/meeting");
    await expect(page.getByText("Ana Moreira would like to talk about: The queue at noon")).toBeVisible();
    await page.getByRole("button", { name: "Write: Our note" }).click();
    await page.getByRole("textbox", { name: "Our note" }).fill("We try the self-checkout together.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Write: My note" }).click();
    await page.getByRole("textbox", { name: "My note" }).fill("Ask about the bag scale.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Write down what one of you will do" }).click();
    await page.getByRole("textbox", { name: "What" }).fill("Bring the noon figures");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("group").getByRole("checkbox").first().click();
    await expect(page.getByText("Ticked by you")).toBeVisible();
  });

  await test.step("what both may see arrives by itself, and what is one's own does not", async () => {
    const { page } = ana;
    await expect(page.getByText("We try the self-checkout together.")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Bring the noon figures" })).toBeVisible();
    await expect(page.getByText("Ticked by Sofia Lind")).toBeVisible();
    await expect(page.getByText("Ask about the bag scale.")).toHaveCount(0);
    await page.getByRole("group").getByRole("checkbox").first().click();
    await expect(sofia.page.getByText("Ticked by both of you")).toBeVisible();
  });

  await test.step("it bears every width and colour, for both", async () => {
    await inspect(ana.page, "meeting-brings");
    await inspect(sofia.page, "meeting-learns");
  });

  await test.step("nobody else finds it", async () => {
    await refused(jo, async () => {
      await jo.page.goto(`/meeting/${meeting}`);
      await expect(jo.page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here.");
    });
  });
});

/** A date about a week ahead: one proposes it, the other chooses. */
async function setDate(proposer: Page, chooser: Page, pair: string): Promise<string> {
  const { items, time_zone } = await ask<{ items: { starts_local: string }[]; time_zone: string }>(
    proposer,
    "GET",
    `${pair}/slots`,
  );
  const slot = items.at(4);
  if (!slot) throw new Error("no time fits both");
  const proposed = await ask<Meeting>(proposer, "POST", `${pair}/meetings`, {
    minutes: 45,
    channel: "in_person",
    place: "Canteen",
    times: [{ starts_local: slot.starts_local, time_zone }],
  });
  await ask(chooser, "PUT", `/api/meetings/${proposed.id}/time`, {
    version: proposed.version,
    starts_at: proposed.times[0]?.starts_at,
  });
  return proposed.id;
}
