import { type Joined, nameKey, readPastedPairs } from "features/pairing/components/pasted-pairs";
import { expect, test } from "vitest";

const person = (person_id: string, name: string, side: Joined["side"]): Joined => ({
  person_id,
  name,
  side,
  department: null,
});
const joined = [
  person("1", "Ana Moreira", "mentor"),
  person("2", "Zoë Åkerlund", "mentor"),
  person("3", "Sofia Lind", "mentee"),
  person("4", "Sofia Lind", "mentee"),
];

test("a name is the same whatever its case, accents and order", () => {
  expect(nameKey("Åkerlund, Zoë")).toBe(nameKey("zoe  akerlund"));
});

test("rows find those who joined on their side, and say who did not", () => {
  const [first, second] = readPastedPairs("moreira, ana\tSofia Lind\t4\nSofia Lind\tNobody\tx\n", joined);
  expect(first?.mentor.map((one) => one.person_id)).toEqual(["1"]);
  expect(first?.mentee.map((one) => one.person_id)).toEqual(["3", "4"]);
  expect(first?.meetings_before).toBe(4);
  expect(second?.mentor).toEqual([]);
  expect(second?.mentee).toEqual([]);
  expect(second?.meetings_before).toBe(0);
});

test("a first line with headings is no pair, unless somebody is called so", () => {
  expect(readPastedPairs("Brings;Wants;Met\nAna Moreira;Sofia Lind;2", joined)).toHaveLength(1);
  expect(readPastedPairs("Name;B", [person("5", "Name", "mentor")])).toHaveLength(1);
});
