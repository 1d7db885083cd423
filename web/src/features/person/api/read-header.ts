/** Files and pasted rows, looked at in the browser: only the names of columns are sent for a proposal. */

const sampleSize = 64 * 1024;

function decode(octets: Uint8Array): string {
  if (octets[0] === 0xff && octets[1] === 0xfe) return new TextDecoder("utf-16le").decode(octets);
  if (octets[0] === 0xfe && octets[1] === 0xff) return new TextDecoder("utf-16be").decode(octets);
  const zeros = (parity: number) => octets.filter((octet, at) => octet === 0 && at % 2 === parity).length;
  if (zeros(1) * 4 > octets.length) return new TextDecoder("utf-16le").decode(octets);
  if (zeros(0) * 4 > octets.length) return new TextDecoder("utf-16be").decode(octets);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(octets, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(octets);
  }
}

function separatorOf(text: string): string {
  const line =
    text
      .replaceAll(/"[^"]*"/g, "")
      .split(/\r?\n/)
      .find((one) => /[,;\t|]/.test(one)) ?? "";
  if (line.includes("\t")) return "\t";
  const count = (separator: string) => line.split(separator).length;
  return [",", ";", "|"].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** The rows of a text, as the server will read them; empty lines are none. */
function rowsOf(text: string, separator: string, most: number): string[][] {
  const rows: string[][] = [];
  let cells = [""];
  let quoted = false;
  const endRow = () => {
    if (cells.some((cell) => cell.trim() !== "")) rows.push(cells.map((cell) => cell.trim()));
    cells = [""];
  };
  for (let at = 0; at < text.length && rows.length < most; at++) {
    const letter = text[at] ?? "";
    const last = cells.length - 1;
    if (letter === '"' && quoted && text[at + 1] === '"') {
      cells[last] += '"';
      at++;
    } else if (letter === '"' && (quoted || cells[last] === "")) {
      quoted = !quoted;
    } else if (letter === separator && !quoted) {
      cells.push("");
    } else if ((letter === "\n" || letter === "\r") && !quoted) {
      endRow();
    } else {
      cells[last] += letter;
    }
  }
  endRow();
  return rows.slice(0, most);
}

function readRows(text: string, most: number): string[][] {
  const plain = text.replace(/^\uFEFF/, "");
  const named = /^sep=(.)\r?\n/.exec(plain);
  const rest = named ? plain.slice(named[0].length) : plain;
  return rowsOf(rest, named?.[1] ?? separatorOf(rest), most);
}

function withoutEmptyEnd(cells: string[]): string[] {
  const kept = cells.map((cell) => cell.slice(0, 300));
  while (kept.length > 1 && kept.at(-1) === "") kept.pop();
  return kept;
}

export async function readHeader(file: Blob): Promise<string[]> {
  const octets = new Uint8Array(await file.slice(0, sampleSize).arrayBuffer());
  return withoutEmptyEnd(readRows(decode(octets), 1)[0] ?? [""]);
}

// What the first column of a heading line may be called, in the languages Obverse is made for.
const headingWords =
  /^(name|first|last|given|family|employee|person|staff|e-?mail|mail|department|division|team|level|grade|title|job|position|manager|supervisor|site|location|office|id|number|no|vorname|nachname|abteilung|ebene|stufe|standort|vorgesetzt|nom|pr[ée]nom|service|niveau|poste|responsable|nombre|apellido|departamento|nivel|puesto|sede)\b/i;

/** Whether pasted rows begin with their headings: at least two cells, or all there are, are words for columns. */
export function hasHeadings(pasted: string): boolean {
  const first = readRows(pasted, 1)[0] ?? [];
  const known = first.filter((cell) => headingWords.test(cell)).length;
  return known >= Math.min(2, first.length);
}

/** What rows without headings look like: as many columns as the first row has cells, with those cells to know them by. */
export function firstRow(pasted: string): string[] {
  return withoutEmptyEnd(readRows(pasted, 1)[0] ?? [""]);
}

/** Every different word of a column with how often it stands there, the most frequent first; read in the browser. */
export async function wordsOfColumn(
  file: Blob,
  position: number,
  hasHeader: boolean,
): Promise<{ word: string; people: number }[]> {
  const rows = readRows(decode(new Uint8Array(await file.arrayBuffer())), Number.POSITIVE_INFINITY);
  const counts = new Map<string, number>();
  for (const row of rows.slice(hasHeader ? 1 : 0)) {
    const word = row[position];
    if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .map(([word, people]) => ({ word, people }))
    .sort((one, other) => other.people - one.people || one.word.localeCompare(other.word));
}
