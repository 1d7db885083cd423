import AxeBuilder from "@axe-core/playwright";
import { test as base, type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { House } from "./house.ts";

/** Somebody at a browser of their own. Every console message of any page is a finding. */
export class Visitor {
  readonly page: Page;
  readonly findings: string[] = [];
  private readonly context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on("console", (message) => this.findings.push(`${page.url()}: ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.findings.push(`${page.url()}: ${error.message}`));
  }

  static async at(browser: Browser, house: House): Promise<Visitor> {
    const context = await browser.newContext({ baseURL: house.address });
    return new Visitor(context, await context.newPage());
  }

  async signIn(name: string, password: string): Promise<void> {
    await this.page.goto("/sign-in");
    await this.page.getByLabel("Sign-in name").fill(name);
    await this.page.getByLabel("Password", { exact: true }).fill(password);
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await expect(this.page.getByRole("navigation", { name: "Main" })).toBeVisible();
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

interface Journey {
  /** Opens a browser for one more person. */
  visitor: (house: House) => Promise<Visitor>;
}

export const test = base.extend<Journey>({
  visitor: async ({ browser }, use) => {
    const visitors: Visitor[] = [];
    await use(async (house) => {
      const visitor = await Visitor.at(browser, house);
      visitors.push(visitor);
      return visitor;
    });
    const findings = visitors.flatMap((one) => one.findings);
    for (const one of visitors) await one.leave();
    expect(findings, "no page says anything on the console").toEqual([]);
  },
});

export { expect };

/** A house for every journey of a file, closed after the last. */
export function houseOf(filled: "empty" | "demo"): () => House {
  let house: House | undefined;
  test.beforeAll(async () => {
    house = await House.open(filled);
  });
  test.afterAll(async () => house?.close());
  return () => {
    if (!house) throw new Error("the house is not open yet");
    return house;
  };
}

export const widths = [360, 1280] as const;
export const schemes = ["light", "dark"] as const;

// Words of the workshop that must not reach a screen (rules G), and what a template says when it was given nothing.
const workshop =
  /\b(mentor\w*|mentee\w*|reverse|junior\w*|senior\w*|match score|veto|decliner\w*|waitlisted|unmatched|blocking pair|lottery|baseline|undefined|null|NaN)\b|\[object /gi;

/** What is read on a page, shown or spoken, which holds no word of the workshop. */
export async function readsPlainly(page: Page, name: string): Promise<string> {
  const said = await page.evaluate(() => {
    const spoken = [...document.querySelectorAll("[aria-label],[title],[placeholder]")].flatMap((one) =>
      ["aria-label", "title", "placeholder"].map((attribute) => one.getAttribute(attribute) ?? ""),
    );
    return [document.title, document.body.innerText, ...spoken].join("\n");
  });
  expect.soft(said.match(workshop) ?? [], `${name} says no word of the workshop`).toEqual([]);
  return said;
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// The dark page is the light one in other colours: what has nothing to do with colour is looked at once a width.
const colours = ["color-contrast", "link-in-text-block"];

function axeAt(page: Page, scheme: (typeof schemes)[number], part?: string): AxeBuilder {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  if (part) axe.include(part);
  // No page of ours has a frame: axe stays on the page, which takes a quarter of the time.
  return (scheme === "dark" ? axe.withRules(colours) : axe.withTags(tags)).setLegacyMode(true);
}

/**
 * What every page must bear: narrow and wide, light and dark, no violation found by axe, nothing wider than the
 * window, no word of the workshop. Keeps a picture of each, to be looked at. Where the rest has been inspected before,
 * axe looks at a `part` of it alone.
 */
export async function inspect(page: Page, name: string, part?: string): Promise<void> {
  await readsPlainly(page, name);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, scheme);
      await page.screenshot({ path: `pictures/${name}-${width}-${scheme}.png`, fullPage: true, animations: "disabled" });
      const found = await axeAt(page, scheme, part).analyze();
      const violations = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`);
      expect.soft(violations, `${name} at ${width} px, ${scheme}`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(overflow, `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
}
