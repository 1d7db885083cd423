import { blocksOf, boldParts, spokenOf } from "ui/reading/markdown";
import { describe, expect, it } from "vitest";

const text = `## A scene

One line
goes on here.
- **First.** It is
  long.
- Second

Is it? "Yes." Good`;

describe("a text of ours", () => {
  it("is headings, paragraphs and lists; a line break inside means nothing", () => {
    expect(blocksOf(text)).toEqual([
      { kind: "heading", text: "A scene" },
      { kind: "paragraph", text: "One line goes on here." },
      { kind: "list", items: ["**First.** It is long.", "Second"] },
      { kind: "paragraph", text: 'Is it? "Yes." Good' },
    ]);
    expect(blocksOf("")).toEqual([]);
    expect(blocksOf("<b>no</b> [link](x)")).toEqual([{ kind: "paragraph", text: "<b>no</b> [link](x)" }]);
  });

  it("has bold words between two pairs of stars", () => {
    expect(boldParts("**First.** It is")).toEqual(["", "First.", " It is"]);
  });

  it("is said sentence by sentence", () => {
    expect(spokenOf(text)).toEqual([
      "A scene",
      "One line goes on here.",
      "First.",
      "It is long.",
      "Second",
      "Is it?",
      '"Yes."',
      "Good",
    ]);
  });
});
