import { expect, type Locator, type Page } from "@playwright/test";

/**
 * What a task costs the person who does it, reckoned and never clocked: every tap and field is counted, and minutes
 * come from them and from the words that stood before the person's eyes.
 *
 * Reading: 200 words a minute, slower than the 238 that Brysbaert (Journal of Memory and Language 109, 2019) found for
 * silent reading of English prose. Acting: the keystroke-level model of Card, Moran and Newell (Communications of the
 * ACM 23, 1980): to think of the next act 1.35 s, to point 1.10 s, to press and let go 0.20 s, to move a hand between
 * mouse and keys 0.40 s, a key of somebody who is no typist 0.28 s.
 */
export const rates = { words_a_minute: 200, think: 1.35, point: 1.1, press: 0.2, home: 0.4, key: 0.28 } as const;

const tapSeconds = rates.think + rates.point + rates.press;

/** Somebody at a page whose inputs and words are counted. One tap or one field is one input. */
export class Effort {
  inputs = 0;
  readonly log: string[] = [];
  private seconds = 0;
  private words = 0;
  private readonly seen = new Set<string>();
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get minutes(): number {
    return this.words / rates.words_a_minute + this.seconds / 60;
  }

  /** Follows a link, presses a button, ticks a box. */
  async tap(target: Locator): Promise<void> {
    await this.before(target, "tap");
    this.seconds += tapSeconds;
    await target.click();
  }

  /** Types into a field: one input, however long. */
  async type(target: Locator, text: string): Promise<void> {
    await this.before(target, "type");
    this.seconds += tapSeconds + 2 * rates.home + text.length * rates.key;
    await target.fill(text);
  }

  /** Puts in what was copied elsewhere: one input, two keys. */
  async paste(target: Locator, text: string): Promise<void> {
    await this.before(target, "paste");
    this.seconds += tapSeconds + 2 * rates.home + 2 * rates.key;
    await target.fill(text);
  }

  /** Chooses from a list: one input, two presses. */
  async choose(target: Locator, label: string): Promise<void> {
    await this.before(target, "choose");
    this.seconds += 2 * tapSeconds;
    await target.selectOption({ label });
  }

  /** Reads what has come into sight and was not read before. */
  async read(): Promise<void> {
    const sight = (await this.page.locator("main:visible, dialog[open]").allInnerTexts()).join("\n");
    for (const line of sight.split("\n").map((one) => one.trim())) {
      if (line === "" || this.seen.has(line)) continue;
      this.seen.add(line);
      this.words += line.split(/\s+/).length;
    }
  }

  /** One row of the table that the journey prints. */
  row(who: string): string {
    const figures = [this.inputs, this.words, this.minutes.toFixed(1)].map((one) => String(one).padStart(8));
    return `${who.padEnd(44)}${figures.join("")}`;
  }

  private async before(target: Locator, act: string): Promise<void> {
    await expect(target).toBeVisible();
    await this.read();
    this.inputs += 1;
    this.log.push(`${act} ${target}`);
  }
}

export const effortHead = `${"".padEnd(44)}${["inputs", "words", "minutes"].map((one) => one.padStart(8)).join("")}`;
