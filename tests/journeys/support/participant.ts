import { expect, type Page } from "@playwright/test";
import { type Agreement, writtenDown } from "./agreement.ts";
import type { Effort } from "./effort.ts";
import { Somebody } from "./somebody.ts";

/** What somebody brings and wants: the family and the topic, as the page names them. */
export interface Exchange {
  brings: [family: string, topic: string];
  wants: [family: string, topic: string];
}

export const password = "seven red bicycles in a row";

/** From the printed letter to *You are ready for your first conversation*, every input counted. */
export async function join(effort: Effort, letter: string, exchange: Exchange): Promise<void> {
  const { page } = effort;
  await page.goto(letter);
  await effort.type(page.getByLabel("New password"), password);
  await effort.tap(page.getByRole("button", { name: "Set the password" }));
  await effort.tap(page.getByRole("button", { name: "Yes, I would like this" }));
  await chooseTopic(effort, "What do you know about?", exchange.brings);
  await chooseTopic(effort, "What would you like to understand?", exchange.wants);
  await effort.tap(page.getByRole("checkbox", { name: /^I have read it/ }));
  await effort.tap(page.getByRole("button", { name: "Keep this" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are ready for your first conversation.");
}

async function chooseTopic(effort: Effort, question: string, [family, topic]: [string, string]): Promise<void> {
  await effort.choose(effort.page.getByRole("combobox", { name: question }), family);
  await effort.tap(effort.page.getByRole("button", { name: topic }).first());
}

/** Reads who could be met, and is happy to meet them. */
export async function sayHappy(effort: Effort): Promise<void> {
  const { page } = effort;
  await page.goto("/");
  await effort.tap(page.getByRole("link", { name: "See why" }));
  await effort.tap(page.getByRole("checkbox", { name: /decides on the other's pay/ }));
  await effort.tap(page.getByRole("button", { name: "Happy to meet" }));
  await expect(page.getByRole("button", { name: "Happy to meet" })).toHaveCount(0);
}

/** Comes back when the answers have been opened, and goes to the page of the two. */
export async function openPair(effort: Effort): Promise<void> {
  const { page } = effort;
  const open = page.getByRole("link", { name: "Open your page" });
  await expect(async () => {
    await page.goto("/");
    await expect(open).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 150_000 });
  await effort.tap(open);
}

export async function sign(page: Page): Promise<void> {
  await page.goto("/pair");
  const write = page.getByRole("button", { name: "Write it down" });
  const agree = page.getByRole("button", { name: "Sign the agreement" });
  await expect(write.or(agree)).toBeVisible();
  if (await write.isVisible()) await write.click();
  await page.getByRole("checkbox", { name: /decide on the other's pay/ }).check();
  await agree.click();
  await expect(agree).toHaveCount(0);
  await page.getByRole("button", { name: "I have read it, and sign" }).click();
  await expect(page.getByRole("button", { name: "I have read it, and sign" })).toHaveCount(0);
}

interface Items<Item> {
  items: Item[];
}

/** The same ways by the requests the pages send. */
export async function joinQuietly(letter: string, exchange: Exchange): Promise<Somebody> {
  const url = new URL(letter);
  const somebody = new Somebody(url.origin);
  await somebody.put(`/api${url.pathname.replace("/activation/", "/activations/")}`, { password });
  const invitations = await somebody.get<Items<{ id: string }>>("/api/my-invitations");
  const { enrolment_id } = await somebody.put<{ enrolment_id: string }>(
    `/api/invitations/${invitations.items[0]?.id}/answer`,
    { answer: "yes" },
  );
  const path = `/api/enrolments/${enrolment_id}/exchange`;
  const own = await somebody.get<{ version: number; profile: object }>(path);
  const charter = await somebody.get<{ version: number }>("/api/charter");
  await somebody.put(path, {
    version: own.version,
    topics: {
      offers: [{ topic: exchange.brings[1], strength: 2 }],
      wants: [{ topic: exchange.wants[1], priority: 1 }],
      private_topics: [],
    },
    profile: { ...own.profile, charter_read_version: charter.version },
  });
  return somebody;
}

export async function sayHappyQuietly(somebody: Somebody): Promise<void> {
  const { items } = await somebody.get<Items<{ id: string }>>("/api/suggestions");
  await somebody.put(`/api/suggestions/${items[0]?.id}/answer`, {
    answer: "happy_to_meet",
    decides_nothing_confirmed: true,
  });
}

const ownPair = async (somebody: Somebody) =>
  `/api/pairings/${(await somebody.get<Items<{ id: string }>>("/api/pairings")).items[0]?.id}`;

export async function setDateQuietly(somebody: Somebody, starts_local: string): Promise<void> {
  await somebody.put(`${await ownPair(somebody)}/exploratory-meeting`, {
    version: 0,
    starts_local,
    time_zone: "Europe/Paris",
    mode: "in_person",
    place: "",
  });
}

export async function goOnQuietly(somebody: Somebody): Promise<void> {
  await somebody.put(`${await ownPair(somebody)}/exploratory-answer`, { answer: "go_on" });
}

export async function signQuietly(somebody: Somebody): Promise<void> {
  const path = `${await ownPair(somebody)}/agreement`;
  let agreement = await somebody.get<Agreement>(path);
  if (agreement.version === 0) {
    agreement = await somebody.put(path, writtenDown(agreement));
  }
  await somebody.put(`${path}/signature`, { version: agreement.version, neither_decides: true });
  await somebody.put(path.replace("/agreement", "/charter/signature"), { version: agreement.charter_version });
}
