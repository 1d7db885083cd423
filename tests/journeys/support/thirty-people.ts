/**
 * Thirty people of a house of shops, as somebody would copy them out of a spreadsheet: no number, no address, no HR
 * file. Fifteen stand at level 1; fifteen above them, in five departments whose heads all report to Helga Stein, who
 * has no row.
 */
const departments: [string, string[], string[]][] = [
  ["Stores", ["Ines Costa", "Omar Haddad", "Lotte Berg"], ["Mina Sato", "Piotr Zając", "Ayo Bello"]],
  ["Logistics", ["Rolf Brandt", "Sara Nilsen", "Tom Okafor"], ["Juna Keller", "Luis Prado", "Nora Vik"]],
  ["Technology", ["Anita Rao", "Gil Peretz", "Hanna Lund"], ["Iben Holm", "Karim Said", "Ola Moe"]],
  ["Service", ["Bea Fuchs", "Carl Dahl", "Dina Rossi"], ["Eli Novak", "Fay Morgan", "Gus Petit"]],
  ["Finance", ["Vera Lindt", "Wim Bakker", "Xenia Popov"], ["Yan Chen", "Zoe Marsh", "Uma Patel"]],
];

export interface Row {
  name: string;
  department: string;
  level: 1 | 2 | 3;
  manager: string;
}

export const thirty: Row[] = departments.flatMap(([department, [head = "", ...leads], staff]) => [
  { name: head, department, level: 3 as const, manager: "Helga Stein" },
  ...leads.map((name) => ({ name, department, level: 2 as const, manager: head })),
  ...staff.map((name, at) => ({ name, department, level: 1 as const, manager: leads[at % leads.length] ?? "" })),
]);

/** What lies on the clipboard. */
export const pasted = [
  "Name\tDepartment\tLevel\tManager",
  ...thirty.map(({ name, department, level, manager }) => [name, department, level, manager].join("\t")),
].join("\n");
