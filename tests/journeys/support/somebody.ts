import { randomUUID } from "node:crypto";

/** Somebody who sends the requests that the pages send, without a browser: with cookies of their own. */
export class Somebody {
  private readonly address: string;
  private readonly cookies = new Map<string, string>();

  constructor(address: string) {
    this.address = address;
  }

  static async signIn(address: string, sign_in_name: string, password: string): Promise<Somebody> {
    const somebody = new Somebody(address);
    await somebody.post("/api/session", { sign_in_name, password });
    return somebody;
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.ask("GET", path);
  }

  put<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.ask("PUT", path, body);
  }

  post<Answer>(path: string, body?: unknown): Promise<Answer> {
    return this.ask("POST", path, body);
  }

  private async ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        Origin: this.address,
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(method === "POST" ? { "Idempotency-Key": randomUUID() } : {}),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    this.keep(answer.headers.getSetCookie());
    return (text === "" ? undefined : JSON.parse(text)) as Answer;
  }

  private keep(cookies: string[]): void {
    for (const cookie of cookies) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
