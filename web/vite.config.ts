import { fileURLToPath } from "node:url";
import { isLiteralElement, parse } from "@formatjs/icu-messageformat-parser";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { partOf } from "./src/lib/i18n/parts";

const folder = (find: string, replacement: string) => ({ find, replacement });
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The catalogue is divided, and for the built pages its messages are read, so that none carries a parser.
const words = (isBuilt: boolean) => ({
  name: "words",
  enforce: "pre" as const,
  transform(text: string, id: string) {
    const part = /\/locales\/[\w-]+\.json\?part=(\w+)$/.exec(id)?.[1];
    if (!part) return;
    const messages = Object.entries<string>(JSON.parse(text))
      .filter(([key]) => partOf(key) === part)
      .map(([key, message]) => [key, isBuilt ? readMessage(message) : message]);
    return {
      code: `export default ${JSON.stringify(Object.fromEntries(messages))}`,
      moduleType: "js" as const,
      map: null,
    };
  },
});

function readMessage(message: string) {
  const elements = parse(message, { captureLocation: false });
  const [first] = elements;
  return elements.length === 1 && first && isLiteralElement(first) ? first.value : withoutPlaces(elements);
}

const withoutPlaces = (elements: unknown) =>
  JSON.parse(JSON.stringify(elements, (name, value) => (name === "location" ? undefined : value)));

export default defineConfig(({ command }) => ({
  plugins: [words(command === "build"), react()],
  resolve: {
    alias: [
      ...["app", "features", "ui", "lib", "testing"].map((name) => folder(name, here(`./src/${name}`))),
      ...["locales", "content"].map((name) => folder(name, here(`../${name}`))),
      ...(command === "build"
        ? [
            {
              find: /^@formatjs\/icu-messageformat-parser$/,
              replacement: here("./src/lib/i18n/plain-parser.ts"),
            },
          ]
        : []),
    ],
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
}));
