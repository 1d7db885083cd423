import { ownPath } from "lib/own-path";
import { describe, expect, it } from "vitest";

const tab = String.fromCharCode(9);
const lineBreak = String.fromCharCode(13, 10);

describe("the page that was wanted before signing in", () => {
  it.each(["/", "/pair", "/programmes/1/people?search=a%20b#top", "/invitations/x"])("may be %s", (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    undefined,
    "",
    "pair",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    `/${tab}/evil.example`,
    `/${lineBreak}/evil.example`,
    `${tab}//evil.example`,
    "/.//evil.example",
    "/..//evil.example",
    "/pair/..//evil.example",
    "http://here.invalid/pair",
    "//[",
  ])("is the first page for %j", (path) => {
    expect(ownPath(path)).toBe("/");
  });

  it("keeps escaped line breaks escaped", () => {
    expect(ownPath("/%0d%0aSet-Cookie:a=b")).toBe("/%0d%0aSet-Cookie:a=b");
    expect(ownPath("/%09/evil.example")).toBe("/%09/evil.example");
  });
});
