/** Somebody who joined, as they may be found by name. */
export interface Joined {
  person_id: string;
  name: string;
  department: string | null;
  side: "mentor" | "mentee";
}

/** One pasted row: whom its two names may mean. One person each is what a pair needs. */
export interface PastedPair {
  mentor: Joined[];
  mentee: Joined[];
  written: { mentor: string; mentee: string };
  meetings_before: number;
}

/** "Moreira, Ana" and "ana moreira" are one name; accents and case say nothing. */
export function nameKey(name: string): string {
  const [family, given] = name.split(",");
  const spoken = given === undefined ? name : `${given} ${family}`;
  return spoken
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();
}

const heading = /^(brings|mentor|teaches|name)/i;

// A comma may stand inside a name, so it parts cells only where nothing else does and each row has two or more.
function separatorOf(text: string): string {
  if (text.includes("\t")) return "\t";
  return text.includes(";") ? ";" : ",";
}

/** Rows of a spreadsheet: who brings, who wants, and how often the two have met. */
export function readPastedPairs(text: string, joined: Joined[]): PastedPair[] {
  const separator = separatorOf(text);
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")));
  const find = (side: Joined["side"], name: string) =>
    joined.filter((one) => one.side === side && nameKey(one.name) === nameKey(name));
  const isHeading = (row: string[]) =>
    heading.test(row[0] ?? "") && find("mentor", row[0] ?? "").length === 0;
  return rows
    .filter((row, at) => at > 0 || !isHeading(row))
    .map(([brings = "", wants = "", met = ""]) => ({
      mentor: find("mentor", brings),
      mentee: find("mentee", wants),
      written: { mentor: brings, mentee: wants },
      meetings_before: Number.parseInt(met, 10) || 0,
    }));
}
