// Scrolls the long lists of a run of 5,000 people in Chromium and looks for tasks of more than 100 ms on the page's main
// thread: scroll.mjs ADDRESS PROGRAMME. bin/scroll calls it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../journeys/package.json", import.meta.url));
const { chromium } = require("playwright");

const [address, programme] = process.argv.slice(2);
const most = 100;

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: address });
const page = await context.newPage();
await page.goto("/sign-in");
await page.locator("form input").first().fill("jo.byrne");
await page.locator("input[type=password]").fill("nordlys runs well");
await page.locator("button[type=submit]").click();
await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));

await page.goto(`/programmes/${programme}/matching`);
await page.getByText(/people can be paired/).waitFor();
console.log(await page.locator("h1").innerText());

let slow = 0;
for (const name of ["Pairs", "Without a partner yet"]) {
  const list = page.getByRole("region", { name });
  await list.waitFor();
  await list.scrollIntoViewIfNeeded();
  await page.waitForTimeout(1000);
  const tasks = await tasksWhile(() => scrollToTheEnd(list));
  const longest = tasks.slice(0, 3).map(({ ran, took }) => `${ran} ms of ${took} ms`);
  console.log(`${name}: ${await lastRow(list)} rows; longest tasks: ${longest.join(", ")}`);
  slow += tasks.filter(({ ran }) => ran > most).length;
}
await browser.close();
if (slow > 0) {
  console.log(`${slow} tasks ran for more than ${most} ms`);
  process.exit(1);
}

// As a wheel does it, and once in a while a jump to the end of what is there, which asks for more.
async function scrollToTheEnd(list) {
  await list.hover();
  let before = -1;
  for (let turn = 0; turn < 400; ++turn) {
    for (let step = 0; step < 8; ++step) {
      await page.mouse.wheel(0, 700);
      await page.waitForTimeout(25);
    }
    const now = await list.evaluate((frame) => {
      frame.scrollTop = frame.scrollHeight;
      return frame.scrollHeight;
    });
    await page.waitForTimeout(200);
    if (now === before && (await list.getAttribute("aria-busy")) !== "true") return;
    before = now;
  }
}

async function lastRow(list) {
  const indices = await list.locator("tbody tr[aria-rowindex]").evaluateAll((rows) =>
    rows.map((row) => Number(row.getAttribute("aria-rowindex"))),
  );
  return Math.max(...indices) - 1;
}

// The tasks of the main thread while something is done, the longest first: how long each ran, and how long it took with
// what a busy machine did meanwhile.
async function tasksWhile(act) {
  const path = `${process.env.TMPDIR ?? "/tmp"}/scroll-trace-${process.pid}.json`;
  await browser.startTracing(page, { path, categories: ["toplevel", "devtools.timeline", "__metadata"] });
  await act();
  await browser.stopTracing();
  const { traceEvents } = JSON.parse(readFileSync(path, "utf8"));
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(({ ph, name, pid, tid }) => ph === "X" && /RunTask/.test(name) && main.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = dur }) => ({ ran: Math.round(tdur / 1000), took: Math.round(dur / 1000) }))
    .sort((one, other) => other.ran - one.ran);
}
