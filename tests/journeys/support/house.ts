import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const root = new URL("../../..", import.meta.url).pathname;
const patience = 30_000;

/** The real program on a data folder of its own: what somebody has who just ran it. */
export class House {
  readonly address: string;
  private readonly folder: string;
  private readonly server: ChildProcess;
  private readonly environment: NodeJS.ProcessEnv;
  private said = "";

  private constructor(folder: string, port: number, environment: NodeJS.ProcessEnv) {
    this.folder = folder;
    this.environment = environment;
    this.address = `http://127.0.0.1:${port}`;
    this.server = spawn(program(), ["serve"], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    const listen = (chunk: Buffer) => {
      this.said += chunk.toString();
    };
    this.server.stdout?.on("data", listen);
    this.server.stderr?.on("data", listen);
  }

  /** Starts it empty, or with the demo organisation. */
  static async open(filled: "empty" | "demo"): Promise<House> {
    const folder = await mkdtemp(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "obverse-journey-"));
    const port = await freePort();
    const environment = {
      ...process.env,
      OBVERSE_DATA: folder,
      OBVERSE_LISTEN: `127.0.0.1:${port}`,
      OBVERSE_PUBLIC_URL: `http://127.0.0.1:${port}`,
    };
    await run(["migrate"], environment);
    if (filled === "demo") await run(["demo"], environment);
    const house = new House(folder, port, environment);
    await house.ready();
    return house;
  }

  /** The one-time code of the first start. */
  get setUpCode(): string {
    const found = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}\b/.exec(this.said);
    if (!found) throw new Error(`the server printed no code:\n${this.said}`);
    return found[0];
  }

  /** Runs one more command of the program on the same data folder, while the server runs; returns what it printed. */
  async run(words: string[]): Promise<string> {
    return run(words, this.environment);
  }

  /** One more programme in the demo's matching, with so many people who joined; returns its id. */
  async crowd(people: number): Promise<string> {
    const database = join(this.folder, "obverse.db");
    const fill = [`${root}tests/scroll/fill.py`, database, String(people)];
    const { stdout } = await promisify(execFile)("python3", fill, { timeout: 120_000 });
    return stdout.trim();
  }

  /** What an administrator finds out with the files of the database in hand, in a copy with a leak where one is named. */
  async whoSaidWhat(known: { people: string[]; sent: string[] }, leak?: string): Promise<Record<string, unknown>> {
    const attack = [`${root}tests/journeys/support/who_said_what.py`, this.folder, ...(leak ? ["--plant", leak] : [])];
    const asked = promisify(execFile)("python3", attack, { timeout: 120_000 });
    asked.child.stdin?.end(JSON.stringify(known));
    return JSON.parse((await asked).stdout);
  }

  async close(): Promise<void> {
    const gone = new Promise((done) => this.server.once("exit", done));
    this.server.kill("SIGTERM");
    await gone;
    await rm(this.folder, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    const until = Date.now() + patience;
    while (Date.now() < until) {
      if (this.server.exitCode !== null) break;
      const answer = await fetch(`${this.address}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the server did not get ready:\n${this.said}`);
  }
}

/** Runs one command of the program to its end; returns what it printed. */
async function run(words: string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await promisify(execFile)(program(), words, { env: environment, timeout: 120_000 });
  return stdout;
}

function program(): string {
  const wishes = [process.env.OBVERSE_PROGRAM, ...["asan", "release", "dev"].map((kind) => `${root}build/${kind}/obverse`)];
  const found = wishes.find((path) => path !== undefined && existsSync(path));
  if (!found) throw new Error("the program is not built: cmake --build build/dev --target obverse");
  return found;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
