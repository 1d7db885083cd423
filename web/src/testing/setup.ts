import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { wantWords } from "lib/i18n/languages";
import { type Part, parts } from "lib/i18n/parts";
import { server } from "testing/server";
import { afterAll, afterEach, beforeAll } from "vitest";

// What jsdom leaves out and the component library asks for.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
  }) as unknown as MediaQueryList;
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => {};
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

// A busy machine is no finding: what a page is waiting for may take its time.
configure({ asyncUtilTimeout: 10_000 });

// A test draws what it likes: the words of every page are there.
beforeAll(() => wantWords(Object.keys(parts) as Part[]));
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());
