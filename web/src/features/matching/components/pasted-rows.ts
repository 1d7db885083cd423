import type { PreviewRow } from "features/matching/api/match-preview";

type Field = "name" | "side" | "level" | "department" | "site" | "manager" | "brings" | "wants";

/** What a column may be called in a spreadsheet. */
const heads: Record<Field, RegExp> = {
  name: /^(name|person|employee)/i,
  side: /^(side|role|part)/i,
  level: /^(level|grade|band)/i,
  department: /^(department|division|unit)/i,
  site: /^(site|location|office)/i,
  manager: /^(manager|supervisor|reports to)/i,
  brings: /^(brings|offers|topics|can teach)/i,
  wants: /^(wants|would like|looking for|learns)/i,
};
/** Without a head: name, level, department, and what follows. */
const usual: Field[] = ["name", "level", "department", "brings", "wants", "manager"];

const words = (cell: string) =>
  cell
    .split(/[,;/]/)
    .map((word) => word.trim())
    .filter(Boolean)
    .slice(0, 10);

function sideOf(cell: string): PreviewRow["side"] {
  if (/^(brings|teaches|mentor)/i.test(cell)) return "mentor";
  if (/^(wants|learns|mentee)/i.test(cell)) return "mentee";
  return null;
}

/** Levels may be words: each new word stands above the last one met from the lowest row on. */
function levelOf(cell: string, scale: Map<string, number>): number | null {
  if (cell === "") return null;
  const number = Number(cell);
  if (Number.isInteger(number)) return number;
  if (!scale.has(cell)) scale.set(cell, scale.size + 1);
  return scale.get(cell) ?? null;
}

/** Rows as they come from a spreadsheet (tabs) or a CSV (semicolons, commas); the first line may be a head. */
export function readPastedRows(text: string): PreviewRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const first = lines[0] ?? "";
  const separator = first.includes("\t") ? "\t" : first.includes(";") ? ";" : ",";
  const cells = lines.map((line) => line.split(separator).map((cell) => cell.trim()));
  const named = (cells[0] ?? []).map((cell) =>
    (Object.keys(heads) as Field[]).find((one) => heads[one].test(cell)),
  );
  const hasHead = named.includes("name");
  const fields = hasHead ? named : usual;
  const scale = new Map<string, number>();
  return cells.slice(hasHead ? 1 : 0).map((row) => {
    const cell = (field: Field) => row[fields.indexOf(field)] ?? "";
    return {
      name: cell("name"),
      side: sideOf(cell("side")),
      level: levelOf(cell("level"), scale),
      department: cell("department") || null,
      site: cell("site") || null,
      manager: cell("manager") || null,
      brings: words(cell("brings")),
      wants: words(cell("wants")),
    };
  });
}
