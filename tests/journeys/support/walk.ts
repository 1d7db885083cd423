import type { Page } from "@playwright/test";
import type { House } from "./house.ts";
import { expect, type Visitor } from "./journey.ts";

// What the journeys share that visit everybody of the demo organisation.

export const everybody = "good morning nordlys";
export const staff = "nordlys runs well";

interface Items<Item> {
  items: Item[];
}

/** Waits until a page has said what it has to say. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole("status")).toHaveCount(0);
}

/** What a page would ask the server, asked without the page: the way to a state that another journey walks by hand. */
export async function ask<Answer>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  return page.evaluate(
    async ([verb, where, sent]) => {
      const response = await fetch(where, {
        method: verb,
        ...(sent === undefined ? {} : { body: sent }),
        headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
      });
      if (!response.ok) throw new Error(`${verb} ${where}: ${response.status} ${await response.text()}`);
      const text = await response.text();
      return text === "" ? undefined : JSON.parse(text);
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  ) as Promise<Answer>;
}

export async function programmeCalled(page: Page, name: string): Promise<string> {
  const { items } = await ask<Items<{ id: string; name: string }>>(page, "GET", "/api/programmes?limit=100");
  const found = items.find((one) => one.name === name);
  if (!found) throw new Error(`the demo has no programme ${name}`);
  return found.id;
}

/** The browser itself notes every answer that is no success; these were asked for. */
export async function refused(visitor: Visitor, act: () => Promise<void>): Promise<void> {
  await act();
  visitor.findings.length = 0;
}

export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The coordinator publishes the only run of a programme, and sends it without waiting. */
export async function publish(coordinator: Page, programme: string): Promise<void> {
  const runs = await ask<Items<{ id: string }>>(
    coordinator,
    "GET",
    `/api/match-runs?programme_id=${programme}`,
  );
  const run = `/api/match-runs/${runs.items[0]?.id}`;
  await ask(coordinator, "PUT", `${run}/publication`);
  await ask(coordinator, "PUT", `${run}/publication/sending`);
}

/** Happy to meet whoever is suggested first. */
export async function sayHappy(page: Page): Promise<void> {
  const { items } = await ask<Items<{ id: string }>>(page, "GET", "/api/suggestions");
  await ask(page, "PUT", `/api/suggestions/${items[0]?.id}/answer`, {
    answer: "happy_to_meet",
    decides_nothing_confirmed: true,
  });
}

/** Answers close at the end of the fifth working day: from a weekday on that is the eighth day. */
export async function overClosingDay(house: House): Promise<void> {
  await house.run(["demo", "travel", "8d"]);
}

/** The answers close: whoever said yes to each other gets to know each other. Where the pairing of `one` is. */
export async function closeTheRound(house: House, one: Page): Promise<string> {
  await overClosingDay(house);
  let pair = "";
  await expect(async () => {
    const { items } = await ask<Items<{ id: string }>>(one, "GET", "/api/pairings");
    pair = `/api/pairings/${items[0]?.id}`;
    expect(items).toHaveLength(1);
  }).toPass({ timeout: 60_000 });
  return pair;
}

/** One of the two puts the name under what has been written down, and under the charter. */
export async function sign(page: Page, pair: string): Promise<void> {
  const { version } = await ask<{ version: number }>(page, "GET", `${pair}/agreement`);
  await ask(page, "PUT", `${pair}/agreement/signature`, { version, neither_decides: true });
  await page.goto("/pair");
  await page.getByRole("button", { name: "I have read it, and sign" }).click();
  await expect(page.getByText(/You signed/).last()).toBeVisible();
}
