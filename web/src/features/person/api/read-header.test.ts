import { firstRow, hasHeadings, readHeader, wordsOfColumn } from "features/person/api/read-header";
import { expect, test } from "vitest";

const read = (...parts: BlobPart[]) => readHeader(new Blob(parts));

test("reads commas, semicolons, tabs and bars", async () => {
  expect(await read("Name,ID\nAna,1")).toEqual(["Name", "ID"]);
  expect(await read("Name;ID\n")).toEqual(["Name", "ID"]);
  expect(await read("Name\tLast, First\tID")).toEqual(["Name", "Last, First", "ID"]);
  expect(await read("sep=;\nName;A,B,C\n")).toEqual(["Name", "A,B,C"]);
});

test("reads quotes, marks and what is no UTF-8", async () => {
  expect(await read('\uFEFF"Name, full";"say ""hi"""\r\n')).toEqual(["Name, full", 'say "hi"']);
  expect(await read(new Uint8Array([0x4e, 0xe9, 0x2c, 0x42]))).toEqual(["Né", "B"]);
  expect(await read(new Uint8Array([0xff, 0xfe, 0x4e, 0, 0x2c, 0, 0x49, 0]))).toEqual(["N", "I"]);
});

test("leaves out empty lines before it and empty cells behind it", async () => {
  expect(await read("\nName,ID,,\n")).toEqual(["Name", "ID"]);
});

test("tells headings from a first row of people", () => {
  expect(hasHeadings("Name\tLevel\nAna\t1")).toBe(true);
  expect(hasHeadings("Vorname;Abteilung\nAna;Stores")).toBe(true);
  expect(hasHeadings("Ana Moreira\t1\tStores\nBruno\t1\tStores")).toBe(false);
  expect(hasHeadings("Ana Moreira\nBruno Castelli")).toBe(false);
  expect(hasHeadings("Name\nBruno Castelli")).toBe(true);
});

test("shows the columns of rows without headings by their first cells", () => {
  expect(firstRow('"Moreira, Ana"\t1\t\n')).toEqual(["Moreira, Ana", "1"]);
});

test("counts the words of a column, without the heading", async () => {
  const file = new Blob(["Name,Title\nAna,Trainee\nBo,Trainee\nEva,Director\nIda,\n"]);
  expect(await wordsOfColumn(file, 1, true)).toEqual([
    { word: "Trainee", people: 2 },
    { word: "Director", people: 1 },
  ]);
  expect((await wordsOfColumn(file, 1, false)).map(({ word }) => word)).toContain("Title");
});
