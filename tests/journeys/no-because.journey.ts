import type { Page } from "@playwright/test";
import { expect, houseOf, inspect, test, type Visitor } from "./support/journey.ts";
import { Somebody } from "./support/somebody.ts";
import { ask, everybody, inDays, programmeCalled, refused, settled, staff } from "./support/walk.ts";

// Whoever stands for a programme asks before they decide. Of seven nobody can answer without a name. Then twelve do; an
// administrator with the files of the database finds out nothing about who said what, and everything in a copy that
// somebody has made to tell; nobody answers twice; it becomes a no with its reason, and all who were asked are told.
const house = houseOf("demo");

interface Items<Item> {
  items: Item[];
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const leaks = ["links", "order", "digests", "words"] as const;

/** Twelve answers, each longer than the one before. */
const words = [
  "No buses.",
  "Only in June.",
  "Who opens up then?",
  "At eight it would do.",
  "I bring a child to school.",
  "The bakers come at six anyway.",
  "Fewer hours in the evening, then.",
  "My team would rather start earlier.",
  "It was tried in Leeds, and nobody came.",
  "Ask those who clean before we come at all.",
  "Pay for it first, and then we can talk again.",
  "Nobody has asked the people who shop at night yet.",
];

interface Member {
  id: string;
  name: string;
  visitor: Visitor;
}

/** People who bring something, each at a browser of their own. */
async function members(jo: Page, programme: string, open: () => Promise<Visitor>): Promise<Member[]> {
  const amir = await Somebody.signIn(house().address, "amir.haddad", staff);
  const enrolments = `/api/programmes/${programme}/enrolments?side=mentor&limit=100`;
  const { items } = await ask<Items<{ person_id: string; name: string; state: string }>>(jo, "GET", enrolments);
  const found: Member[] = [];
  for (const { person_id, name } of items.filter(({ state }) => state === "joined").slice(0, words.length)) {
    const { sign_in_name } = await amir.get<{ sign_in_name: string }>(`/api/people/${person_id}`);
    const visitor = await open();
    await visitor.signIn(sign_in_name, everybody);
    found.push({ id: person_id, name, visitor });
  }
  return found;
}

async function askPanel(page: Page, question: string): Promise<void> {
  await page.goto("/before-i-decide");
  const here = page.getByRole("article", { name: "Ask as the one who stands for Customers first" });
  await here.getByRole("button", { name: "Write a question" }).click();
  await page.getByLabel("Your question, in one line").fill(question);
  await page.getByLabel(/What is not decided yet/).fill("Which stores begin, and when");
  await page.getByLabel(/What is already fixed/).fill("Early hours are paid as such");
  await page.getByLabel("Answers until").fill(inDays(8));
  await page.getByLabel("You decide by").fill(inDays(20));
  await button(page, "Ask").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(question);
}

/** From the list to the question. */
async function toAnswer(page: Page, question: string): Promise<void> {
  await expect(async () => {
    await page.goto("/before-i-decide");
    await page.getByRole("article", { name: question }).getByRole("link", { name: "Answer" }).click({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole("heading", { level: 1 })).toContainText(question);
}

interface Sent {
  body: { answers: { text: string }[] };
  cookie: string | undefined;
}

/** Puts an answer into the box, and returns what left the browser. */
async function answerWithoutAName(page: Page, text: string): Promise<Sent> {
  await page.getByRole("radio", { name: /Without my name/ }).check();
  await button(page, "Begin here").click();
  await page.getByRole("textbox", { name: "Your answer" }).fill(text);
  const leaving = page.waitForRequest((request) => request.url().endsWith("/api/ballots"));
  await button(page, "Put it into the box").click();
  const request = await leaving;
  await expect(page.getByText(/It is in the box until/)).toBeVisible();
  return { body: request.postDataJSON(), cookie: (await request.allHeaders()).cookie };
}

const castAgain = (body: unknown) =>
  fetch(`${house().address}/api/ballots`, {
    method: "POST",
    headers: { Origin: house().address, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

test("twelve answer without a name, and are told why not", async ({ visitor }) => {
  test.setTimeout(900_000);
  const open = () => visitor(house());
  const jo = await open();
  const marta = await open();
  let panel: Member[] = [];
  let programme = "";
  const sent: Sent[] = [];
  const isSeven = "Shall the canteen close at two?";
  const isTwelve = "Shall the stores open at seven?";
  const known = () => ({ people: panel.map(({ id }) => id), sent: words });
  const nothing = { links: [], order: [], digests: [], words: [] };

  await test.step("seven say that they may be asked, and can answer with their name alone", async () => {
    await jo.signIn("jo.byrne", staff);
    await marta.signIn("marta.kowalska", everybody);
    programme = await programmeCalled(jo.page, "Customers first");
    panel = await members(jo.page, programme, open);
    expect(panel).toHaveLength(12);
    for (const { visitor } of panel.slice(0, 7)) await join(visitor.page);
    await askPanel(marta.page, isSeven);
    const { page } = (panel[0] as Member).visitor;
    await toAnswer(page, isSeven);
    await expect(page.getByText(/Fewer than eight people were asked/)).toBeVisible();
    await expect(page.getByRole("radio")).toHaveCount(0);
    await inspect(page, "answer-of-seven", "main");
  });

  await test.step("twelve answer without their names", async () => {
    for (const { visitor } of panel.slice(7)) await join(visitor.page);
    await askPanel(marta.page, isTwelve);
    for (const [place, { visitor }] of panel.entries()) {
      await toAnswer(visitor.page, isTwelve);
      if (place === 0) {
        await visitor.page.getByRole("radio", { name: /Without my name/ }).check();
        await expect(button(visitor.page, "Begin here")).toBeVisible();
        await inspect(visitor.page, "answer-without-a-name", "main");
      }
      sent.push(await answerWithoutAName(visitor.page, words[place] as string));
    }
    expect(sent.map(({ cookie }) => cookie)).toEqual(sent.map(() => undefined));
  });

  await test.step("nobody answers a second time", async () => {
    const { visitor } = panel[0] as Member;
    await visitor.page.reload();
    await visitor.page.getByRole("radio", { name: /Without my name/ }).check();
    await expect(visitor.page.getByText(/nobody can tell which, and neither can this page/)).toBeVisible();
    await expect(button(visitor.page, "Begin here")).toHaveCount(0);
    // Another ballot, as somebody would ask for one past the page.
    const set = (sent[0] as Sent & { body: { question_set_id: string } }).body.question_set_id;
    const another = Buffer.alloc(384, 7).toString("base64url");
    await refused(visitor, async () => {
      await expect(
        ask(visitor.page, "PUT", `/api/question-sets/${set}/ballot`, { blinded_message: another }),
      ).rejects.toThrow(/409 .*ballot_issued/);
    });
    const first = (sent[0] as Sent).body;
    expect((await castAgain(first)).status, "the same again is the same ballot").toBe(200);
    const other = await castAgain({ ...first, answers: [{ question: "answer", value: null, text: "Twice" }] });
    expect([other.status, (await other.json()).code]).toEqual([409, "ballot_cast"]);
    const forged = { ...first, prepared_message: Buffer.alloc(64, 9).toString("base64url") };
    expect((await castAgain(forged)).status).toBe(422);
  });

  await test.step("while the box is closed, the files of the database tell nothing", async () => {
    for (const leak of leaks)
      expect((await house().whoSaidWhat(known(), leak))[leak], `${leak} are found where they are planted`).not.toEqual([]);
    expect(await house().whoSaidWhat(known())).toEqual({ answers: 12, ...nothing });
  });

  await test.step("the box is opened for all at once, and whoever asked reads all of it", async () => {
    const { page } = marta;
    await page.goto("/before-i-decide");
    await page.getByRole("article", { name: isTwelve }).getByRole("link").click();
    await expect(page.getByText(/opened for all at once, after/)).toBeVisible();
    await house().run(["demo", "travel", "10d"]);
    const said = page.getByRole("article", { name: "Said without names" }).getByRole("listitem");
    await expect(async () => {
      await page.reload();
      await expect(said).toHaveCount(12, { timeout: 3000 });
    }).toPass({ timeout: 60_000 });
    const read = await said.allInnerTexts();
    expect(read.toSorted()).toEqual(words.toSorted());
    expect(read, "in an order of chance").not.toEqual(words);
    await inspect(page, "said-without-names", "main");
  });

  await test.step("after the closing they tell no more", async () => {
    for (const leak of leaks)
      expect((await house().whoSaidWhat(known(), leak))[leak], `${leak} are found where they are planted`).not.toEqual([]);
    expect(await house().whoSaidWhat(known())).toEqual({ answers: 12, ...nothing });
  });

  await test.step("it is a no, because; and everybody who was asked is told", async () => {
    const { page } = marta;
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole("radio", { name: "No, because" }).check();
    await page.getByLabel("Why not").fill("Before eight no bus runs, and we cannot pay for taxis.");
    await page.getByRole("textbox", { name: "What you heard" }).fill("Most would need a bus; some would rather begin earlier.");
    await button(page, "Publish it").click();
    await expect(page.getByText("Before eight no bus runs, and we cannot pay for taxis.")).toBeVisible();
    for (const { visitor, name } of panel)
      await expect(async () => {
        const { items } = await ask<Items<{ kind: string }>>(visitor.page, "GET", "/api/notices?limit=100");
        expect(items.map(({ kind }) => kind), `${name} is told`).toContain("decision_published");
      }).toPass({ timeout: 60_000 });
    const { page: one } = (panel[3] as Member).visitor;
    await one.goto("/before-i-decide");
    await one.getByRole("article", { name: isTwelve }).getByRole("link").click();
    await expect(one.getByText("Most would need a bus; some would rather begin earlier.")).toBeVisible();
    await expect(one.getByRole("article", { name: "Said without names" }).getByRole("listitem")).toHaveCount(12);
    await settled(one);
    await inspect(one, "no-because", "main");
  });
});

/** Says that they may be asked. */
async function join(page: Page): Promise<void> {
  await page.goto("/before-i-decide");
  await button(page, "I may be asked").click();
  await expect(button(page, "Do not ask me")).toBeVisible();
}
