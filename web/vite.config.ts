import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Mails are written by the server: their words are no download.
const withoutMails = {
  name: "without-mails",
  enforce: "pre" as const,
  transform(text: string, id: string) {
    if (!/\/locales\/[\w-]+\.json$/.test(id)) return;
    const words = Object.entries(JSON.parse(text)).filter(([key]) => !key.startsWith("mail."));
    return { code: JSON.stringify(Object.fromEntries(words)), map: null };
  },
};

export default defineConfig({
  plugins: [withoutMails, react()],
  resolve: {
    alias: {
      app: here("./src/app"),
      features: here("./src/features"),
      ui: here("./src/ui"),
      lib: here("./src/lib"),
      testing: here("./src/testing"),
      locales: here("../locales"),
      content: here("../content"),
    },
  },
  build: {
    target: "es2023",
    // The content security policy knows no data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    manifest: true,
  },
  server: {
    fs: { allow: [here("..")] },
    // `bin/dev` serves the program beside this; the page and its API keep one origin.
    proxy: { "/api": process.env.OBVERSE_URL ?? "http://127.0.0.1:8080" },
  },
  test: {
    environment: "jsdom",
    // Typing is slow where many things run at once.
    testTimeout: 30_000,
    setupFiles: ["src/testing/setup.ts"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
  },
});
