/** The first line of a file or of pasted rows, read in the browser: only these names are sent for a proposal. */

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

function cellsOf(text: string, separator: string): string[] {
  const cells = [""];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
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
      return cells;
    } else {
      cells[last] += letter;
    }
  }
  return cells;
}

export async function readHeader(file: Blob): Promise<string[]> {
  const octets = new Uint8Array(await file.slice(0, sampleSize).arrayBuffer());
  const text = decode(octets).replace(/^\uFEFF/, "");
  const named = /^sep=(.)\r?\n/.exec(text);
  const rest = named ? text.slice(named[0].length) : text.replace(/^\s*\n/, "");
  const cells = cellsOf(rest, named?.[1] ?? separatorOf(rest)).map((cell) => cell.trim().slice(0, 300));
  while (cells.length > 1 && cells.at(-1) === "") cells.pop();
  return cells;
}
