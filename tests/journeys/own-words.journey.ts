import type { Page } from "@playwright/test";
import { expect, houseOf, readsPlainly, test } from "./support/journey.ts";
import {
  ask,
  closeTheRound,
  everybody,
  inDays,
  programmeCalled,
  publish,
  sayHappy,
  settled,
  sign,
  staff,
} from "./support/walk.ts";

// A programme is called Compass, and its two sides Partner A and Partner B: on every page of whoever takes part, stands
// for it or runs it, in every mail, on every letter (R03, rules G2). Journeys without own words are all the others.
const house = houseOf("demo");
const before = ["Customers first", "Front line first", "Across the house"] as const;

const roleWords = (word: string) => ({ singular: word, plural: `${word}s`, neutral: word });
const words = {
  language: "en",
  name: "Compass",
  purpose: "So that both find the way.",
  mentor: roleWords("Partner A"),
  mentee: roleWords("Partner B"),
};

/** Opens a page and reads it: no word of the workshop, not the name from before, and `own` where they belong. */
async function read(page: Page, path: string, own: string[]): Promise<void> {
  await page.goto(path);
  await settled(page);
  await reads(page, path, own);
}

async function reads(page: Page, name: string, own: string[]): Promise<void> {
  for (const word of own)
    await expect.soft(page.locator("body"), name).toContainText(word, { timeout: 5_000 });
  const said = await readsPlainly(page, name);
  expect
    .soft(
      before.filter((one) => said.includes(one)),
      `${name} says the name of before`,
    )
    .toEqual([]);
}

/** Jo gives a programme its words, through the same door as the set-up. */
async function nameIt(page: Page, programme: string): Promise<void> {
  const path = `/api/programmes/${programme}/set-up`;
  const { version, settings, aims, eligibility, opened_tops } = await ask<Record<string, unknown>>(
    page,
    "GET",
    path,
  );
  await ask(page, "PUT", path, { version, settings, aims, eligibility, opened_tops, words: [words] });
}

async function giveAddress(page: Page, name: string): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>(
    page,
    "GET",
    `/api/people?search=${encodeURIComponent(name)}`,
  );
  const path = `/api/people/${items[0]?.id}`;
  const { version } = await ask<{ version: number }>(page, "GET", path);
  await ask(page, "PATCH", path, {
    version,
    email: `${name.toLowerCase().replace(" ", ".")}@nordlys.example`,
  });
}

test("what a programme is called in its own words stands wherever it is read", async ({ visitor }) => {
  const open = async (name: string, secret: string): Promise<Page> => {
    const somebody = await visitor(house());
    await somebody.signIn(name, secret);
    return somebody.page;
  };
  const jo = await open("jo.byrne", staff);
  const [pilot, enrolling] = [await programmeCalled(jo, before[0]), await programmeCalled(jo, before[1])];
  for (const programme of [pilot, enrolling, await programmeCalled(jo, before[2])])
    await nameIt(jo, programme);
  // In the demo nobody has an address; a mail goes to whoever does.
  const amir = await open("amir.haddad", staff);
  for (const name of ["Ana Moreira", "Sofia Lind"]) await giveAddress(amir, name);
  await publish(jo, pilot);

  await test.step("whoever is invited or waits", async () => {
    await read(await open("ben.zielinski", everybody), "/", [
      "Compass",
      "So that both find the way.",
      "You: Partner",
    ]);
    const kwame = await open("kwame.fraser", everybody);
    for (const path of ["/", "/exchange"]) await read(kwame, path, ["Compass", "You: Partner"]);
  });

  await test.step("whoever runs it, and prints its letters", async () => {
    await read(jo, "/", ["Compass"]);
    await read(jo, "/programmes", ["Compass"]);
    for (const rest of ["", "/set-up/dates"]) await read(jo, `/programmes/${enrolling}${rest}`, ["Compass"]);
    await read(jo, `/programmes/${enrolling}/people`, ["Compass", "Partner A", "Partner B"]);
    await read(jo, `/programmes/${pilot}/matching`, ["Compass", "Partner A", "Partner B"]);
    // Everybody of the demo can sign in; the letter is for somebody who cannot yet.
    const ida = { name: "Ida Holm", level: 1, email: "ida@nordlys.example" };
    const { id } = await ask<{ id: string }>(amir, "POST", "/api/people", ida);
    await ask(jo, "POST", `/api/programmes/${enrolling}/invitations`, { side: "mentor", people: [id] });
    await read(jo, `/programmes/${enrolling}/letters`, ["Compass"]);
    await jo.getByRole("button", { name: "Make the letters" }).click();
    await reads(jo, "the letter", ["You are invited: Compass", "So that both find the way."]);
  });

  await test.step("whoever stands for it, or comes by a link", async () => {
    await read(await open("marta.kowalska", everybody), "/", ["Compass"]);
    await ask(jo, "PUT", `/api/programmes/${enrolling}/sponsor`, { name: "Freya Moreau" });
    const { link } = await ask<{ link: string }>(jo, "GET", `/api/programmes/${enrolling}/sponsor`);
    await read(jo, `/programmes/${enrolling}/sponsor-letter`, ["will you stand for Compass?"]);
    const stranger = (await visitor(house())).page;
    await read(stranger, link, ["Compass", "So that both find the way."]);
    const accepted = stranger.getByRole("button", { name: "I stand for this" });
    await accepted.click();
    await expect(accepted).toBeHidden();
    await reads(stranger, "after the yes", ["Compass"]);
    const call = { limited_by: "code", code: "harbour", closes_on: inDays(3) };
    const opened = await ask<{ link: string }>(jo, "PUT", `/api/programmes/${enrolling}/open-call`, call);
    await read(stranger, opened.link, ["Join Compass.", "Partner A: I know", "Partner B: I want"]);
  });

  await test.step("two who could meet, and do", async () => {
    const two = [await open("ana.moreira", everybody), await open("sofia.lind", everybody)] as const;
    for (const [page, own, other] of [
      [two[0], "Partner A", "Partner B"],
      [two[1], "Partner B", "Partner A"],
    ] as const) {
      await read(page, "/exchange", ["Compass", `You: ${own}`]);
      await read(page, "/suggestions", ["Compass", `You: ${own}`, other]);
      await sayHappy(page);
    }
    const [ana, sofia] = two;
    const pair = await closeTheRound(house(), ana);
    await read(ana, "/", []);
    await read(ana, "/pair", ["Compass", "You: Partner A", "Partner B"]);
    for (const page of two) await ask(page, "PUT", `${pair}/exploratory-answer`, { answer: "go_on" });
    await read(sofia, "/pair", ["Compass", "You: Partner B"]);
    await sofia.getByRole("button", { name: "Write it down" }).click();
    await expect(sofia.getByRole("button", { name: "Sign the agreement" })).toBeVisible();
    for (const page of two) await sign(page, pair);
    await read(ana, "/pair", ["Compass", "Partner B"]);
    await read(jo, `/programmes/${pilot}/pairs`, ["Compass", "Partner A", "Partner B"]);
  });

  await test.step("the mails that were written on the way", async () => {
    await read(amir, "/administration/mails", ["Compass"]);
    const { items } = await ask<{ items: { kind: string; subject: string; body: string }[] }>(
      amir,
      "GET",
      "/api/mails?limit=100",
    );
    const about = items.filter(({ kind }) => !["activation", "reset", "password_changed", "contact_link"].includes(kind));
    expect(new Set(about.map(({ kind }) => kind)).size).toBeGreaterThan(2);
    for (const { kind, subject, body } of about) {
      expect.soft(body, kind).toContain(": Compass");
      expect
        .soft(`${subject} ${body}`)
        .not.toMatch(/mentor|mentee|reverse|Partner|Customers first|Front line first|Across the house/i);
    }
  });
});
