/** What words in a title say about how high somebody stands, lowest first; the person corrects it. */
const ranks: [RegExp, number][] = [
  [/\b(chief|ceo|cfo|coo|cto|cio|president|managing director|board)\b/i, 8],
  [/\b(vice president|vp|svp|evp)\b/i, 7],
  [/\b(director|head of|head)\b/i, 6],
  [/\b(manager|lead|leader|supervisor|mgr)\b/i, 5],
  [/\b(senior|sr|principal|architect)\b/i, 4],
  [/\b(trainee|apprentice|intern|working student)\b/i, 1],
  [/\b(assistant|clerk|junior|jr|technician i|production|operator|support)\b/i, 2],
];
const usual = 3;
export const highestGuess = 8;

export function guessLevel(title: string): number {
  // "Assistant to the president" and "vice president" are no presidents.
  if (/\bassistant\b/i.test(title)) return 2;
  if (/\bvice president\b/i.test(title)) return 7;
  return ranks.find(([words]) => words.test(title))?.[1] ?? usual;
}
