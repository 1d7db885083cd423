/** The little of Markdown that our own texts have: headings, paragraphs, lists, bold words. Nothing else is understood. */
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

/** Every second part is bold. */
export const boldParts = (text: string): string[] => text.split("**");

/** As it is said: sentence by sentence, so that no browser stops in the middle of a long text. */
export function spokenOf(markdown: string): string[] {
  return blocksOf(markdown)
    .flatMap((block) => (block.kind === "list" ? block.items : [block.text]))
    .flatMap((text) => text.replaceAll("**", "").match(/[^.!?]+[.!?]+["”’)]*\s*|[^.!?]+$/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
