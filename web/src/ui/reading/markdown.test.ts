import { blocksOf, partsOf, spokenOf } from "ui/reading/markdown";
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

  it("has bold and stressed words, and a star that is only a star", () => {
    expect(partsOf("**First.** Say *go on*, 2 * 3")).toEqual([
      { text: "First.", weight: "strong" },
      { text: " Say ", weight: "plain" },
      { text: "go on", weight: "em" },
      { text: ", 2 * 3", weight: "plain" },
    ]);
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
