import { expect } from "@playwright/test";
import { type Agreement, writtenDown } from "./agreement.ts";
import { Somebody } from "./somebody.ts";

// The pairs of a pilot that live their weeks by the requests their pages send.

interface Items<Item> {
  items: Item[];
}

interface Meeting {
  id: string;
  version: number;
  state: string;
  times: { starts_at: string }[];
}

/** The names under which the two of a pair sign in. */
export interface Names {
  mentor: string;
  mentee: string;
}

/** Two people and their pairing. */
export class Two {
  readonly mentor: Somebody;
  readonly mentee: Somebody;
  private readonly programme: string;
  private path = "";

  private constructor(programme: string, mentor: Somebody, mentee: Somebody) {
    this.programme = programme;
    this.mentor = mentor;
    this.mentee = mentee;
  }

  static async signIn(address: string, password: string, programme: string, names: Names): Promise<Two> {
    const mentor = await Somebody.signIn(address, names.mentor, password);
    const mentee = await Somebody.signIn(address, names.mentee, password);
    return new Two(programme, mentor, mentee);
  }

  /** Some of the two take part in another programme as well. */
  private here<Item extends { programme_id: string }>({ items }: Items<Item>): Item | undefined {
    return items.find(({ programme_id }) => programme_id === this.programme);
  }

  async sayHappy(): Promise<void> {
    for (const one of [this.mentor, this.mentee]) {
      const suggested = this.here(await one.get<Items<{ id: string; programme_id: string }>>("/api/suggestions"));
      await one.put(`/api/suggestions/${suggested?.id}/answer`, {
        answer: "happy_to_meet",
        decides_nothing_confirmed: true,
      });
    }
  }

  /** The answers have been opened: the two get to know each other. */
  async open(): Promise<void> {
    await expect(async () => {
      const pairing = this.here(
        await this.mentor.get<Items<{ id: string; programme_id: string; stage: string }>>("/api/pairings"),
      );
      expect(pairing?.stage).toBe("exploring");
      this.path = `/api/pairings/${pairing?.id}`;
    }).toPass({ timeout: 60_000 });
  }

  async answer(mentor: "go_on" | "not_this_time", mentee: "go_on" | "not_this_time"): Promise<void> {
    await this.mentor.put(`${this.path}/exploratory-answer`, { answer: mentor });
    await this.mentee.put(`${this.path}/exploratory-answer`, { answer: mentee });
  }

  async agree(cadence: "fortnightly" | "monthly"): Promise<void> {
    const path = `${this.path}/agreement`;
    const draft = await this.mentee.get<Agreement>(path);
    const { version, charter_version } = await this.mentee.put<Agreement>(path, {
      ...writtenDown(draft),
      cadence,
    });
    for (const one of [this.mentor, this.mentee]) {
      await one.put(`${path}/signature`, { version, neither_decides: true });
      await one.put(`${this.path}/charter/signature`, { version: charter_version });
    }
  }

  /** A date that fits both, as soon as there is one. */
  async setDate(): Promise<void> {
    const { items, time_zone } = await this.mentee.get<Items<{ starts_local: string }> & { time_zone: string }>(
      `${this.path}/slots`,
    );
    const { id, version, times } = await this.mentee.post<Meeting>(`${this.path}/meetings`, {
      minutes: 45,
      channel: "video",
      place: "https://video.example.org/the-two",
      times: [{ starts_local: items[0]?.starts_local, time_zone }],
    });
    await this.mentor.put(`/api/meetings/${id}/time`, { version, starts_at: times[0]?.starts_at });
  }

  /** What was set and has begun took place. */
  async met(): Promise<void> {
    const { items } = await this.mentor.get<Items<Meeting & { allowed_actions: string[] }>>(`${this.path}/meetings`);
    for (const { id, version, allowed_actions } of items)
      if (allowed_actions.includes("hold")) await this.mentor.put(`/api/meetings/${id}/holding`, { version });
  }

  pause(): Promise<void> {
    return this.mentee.put(`${this.path}/pause`, undefined);
  }

  wishHelp(): Promise<void> {
    return this.mentor.put(`${this.path}/help-wish`, undefined);
  }

  async stop(ending: "goal_reached" | "completed" | "ended" | "circumstances"): Promise<void> {
    await this.mentor.put(`${this.path}/closure`, { ending });
  }

  async goOnInformally(): Promise<void> {
    for (const one of [this.mentor, this.mentee]) await one.put(`${this.path}/continuation`, { onward: "informally" });
  }
}
