/** The little of Markdown that our own texts have: headings, paragraphs, lists, bold and stressed words. Nothing else is understood. */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] };

const isItem = (line: string) => line.startsWith("- ");

function blockOf(lines: string[]): Block {
  if (!lines.some(isItem)) return { kind: "paragraph", text: lines.join(" ") };
  const items: string[] = [];
  for (const line of lines) {
    if (isItem(line) || items.length === 0) items.push(line.replace(/^- /, ""));
    else items.push(`${items.pop()} ${line}`);
  }
  return { kind: "list", items };
}

/** A line break inside a paragraph means nothing. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) blocks.push(blockOf(lines));
    lines = [];
  };
  for (const raw of markdown.split("\n")) {
    const line = raw.trim();
    const heading = /^#{1,6} +(.+)$/.exec(line)?.[1];
    if (heading !== undefined) {
      close();
      blocks.push({ kind: "heading", text: heading });
    } else if (line === "") close();
    else if (isItem(line) && lines.length > 0 && !lines.some(isItem)) {
      close();
      lines.push(line);
    } else lines.push(line);
  }
  close();
  return blocks;
}

interface Part {
  text: string;
  weight: "plain" | "strong" | "em";
}

const marked = /(\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/;

/** Words between two stars are stressed, between four bold. */
export const partsOf = (text: string): Part[] =>
  text
    .split(marked)
    .filter((part) => part !== "")
    .map((part): Part => {
      if (!marked.test(part)) return { text: part, weight: "plain" };
      if (part.startsWith("**")) return { text: part.slice(2, -2), weight: "strong" };
      return { text: part.slice(1, -1), weight: "em" };
    });

/** As it is said: sentence by sentence, so that no browser stops in the middle of a long text. */
export function spokenOf(markdown: string): string[] {
  return blocksOf(markdown)
    .flatMap((block) => (block.kind === "list" ? block.items : [block.text]))
    .flatMap(
      (text) =>
        partsOf(text)
          .map((part) => part.text)
          .join("")
          .match(/[^.!?]+[.!?]+["”’)]*\s*|[^.!?]+$/g) ?? [],
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
