import { readPastedRows } from "features/matching/components/pasted-rows";
import { describe, expect, it } from "vitest";

describe("rows pasted from a spreadsheet", () => {
  it("are read by their head, in any order", () => {
    const rows = readPastedRows("Department\tName\tGrade\tTopics\nStores\tAna Moreira\t1\tAI, customers\n");
    expect(rows).toEqual([
      {
        name: "Ana Moreira",
        side: null,
        level: 1,
        department: "Stores",
        site: null,
        manager: null,
        brings: ["AI", "customers"],
        wants: [],
      },
    ]);
  });

  it("need no head", () => {
    const [row] = readPastedRows("Sofia Lind;4;Logistics;leading;customers;Marta Kowalska");
    expect(row).toMatchObject({
      name: "Sofia Lind",
      level: 4,
      wants: ["customers"],
      manager: "Marta Kowalska",
    });
  });

  it("may say levels in words and sides by name", () => {
    const rows = readPastedRows("name,level,side\nAna,trainee,teaches\nBo,trainee,learns\nCy,director,\n\n");
    expect(rows.map(({ level, side }) => [level, side])).toEqual([
      [1, "mentor"],
      [1, "mentee"],
      [2, null],
    ]);
  });
});
