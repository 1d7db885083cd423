import { areasOf, destinationsOf } from "app/navigation";
import { expect, test } from "vitest";

const pagesOf = (roles: string[]) => destinationsOf("administration", roles, false).map(({ to }) => to);

test("whoever runs a programme finds people, import, letters and holidays, and no more", () => {
  expect(pagesOf(["coordinator"])).toEqual([
    "/administration/people",
    "/administration/import",
    "/administration/letters",
    "/administration/holidays",
  ]);
  expect(pagesOf(["administrator"])).toContain("/administration/roles");
});

test("somebody without a role has one area", () => {
  expect(areasOf([]).map(({ area }) => area)).toEqual(["taking_part"]);
  expect(areasOf(["coordinator"]).map(({ says }) => says)).toEqual([
    "nav.taking_part",
    "nav.programmes",
    "nav.people",
  ]);
});

test("whoever keeps conflicts finds them, and nobody else does", () => {
  expect(pagesOf(["conflicts"])).toEqual(["/administration/conflicts"]);
  expect(areasOf(["conflicts"]).map(({ to }) => to)).toEqual(["/", "/administration/conflicts"]);
  for (const role of ["administrator", "coordinator"])
    expect(pagesOf([role])).not.toContain("/administration/conflicts");
  const both = areasOf(["administrator", "conflicts"]);
  expect(both.map(({ to }) => to)).toEqual(["/", "/administration/people"]);
});
