import { defineConfig } from "@playwright/test";

const report = process.env.OBVERSE_JOURNEYS_REPORT;

/** Two journeys walk beside each other: each has a house of its own, and much of a walk is waiting. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.journey.ts",
  outputDir: "results",
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Generous: the sanitized program on a busy machine is several times slower than the one people run.
  timeout: 480_000,
  expect: { timeout: 30_000 },
  reporter: report ? [["line"], ["junit", { outputFile: report }]] : [["list"]],
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
    trace: "retain-on-failure",
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: process.env.OBVERSE_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
