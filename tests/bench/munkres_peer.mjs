// munkres_peer.mjs < instance: munkres-js, the Hungarian method on a full table, on what `engine_bench print` wrote. One
// place each and equal sides; who may not meet costs more than any whole answer.
import { readFileSync } from "node:fs";
import munkres from "munkres-js";

const [head, ...lines] = readFileSync(0, "utf8").trim().split("\n");
const size = Number(head.split(" ")[0]);
const never = 1000 * (size + 1);
const costs = Array.from({ length: size }, () => new Array(size).fill(never));
for (const line of lines) {
  const [mentor, mentee, benefit] = line.split(" ").map(Number);
  costs[mentor][mentee] = 1000 - benefit;
}
const begin = process.cpuUsage();
const pairs = munkres(costs).filter(([mentor, mentee]) => costs[mentor][mentee] < never);
const { user, system } = process.cpuUsage(begin);
const total = pairs.reduce((sum, [mentor, mentee]) => sum + 1000 - costs[mentor][mentee], 0);
console.log(JSON.stringify({ seconds: (user + system) / 1e6, pairs: pairs.length, total }));
