import { asFile } from "features/person/api/keep-rows";
import { expect, test } from "vitest";

test("rows become a file whatever stands in their cells", () => {
  const text = asFile([
    {
      name: 'Ana "Annie" Moreira',
      level: 1,
      department: "Stores\tNorth",
      site: null,
      manager: "Lena\nVogel",
    },
  ]);
  expect(text).toBe(
    '"Name"\t"Level"\t"Department"\t"Site"\t"Manager"\n"Ana ""Annie"" Moreira"\t"1"\t"Stores\tNorth"\t""\t"Lena\nVogel"',
  );
});
