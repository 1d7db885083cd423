// What was typed and not yet sent, kept in this tab alone: a reload, or a look at another page, takes nothing away. For
// forms of the house; nothing private is kept where the next person at the computer could find it.
const prefix = "obverse.unsent.";

interface Kept<Values> {
  /** What stood there before anything was typed. When that has changed meanwhile, what was typed is out of date. */
  before: Values;
  typed: Values;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export function keepUnsent<Values>(name: string, before: Values, typed: Values): void {
  if (isSame(before, typed)) forgetUnsent(name);
  else sessionStorage.setItem(prefix + name, JSON.stringify({ before, typed } satisfies Kept<Values>));
}

/** What was typed over `before`, if anything. */
export function unsentOver<Values>(name: string, before: Values): Values | undefined {
  const text = sessionStorage.getItem(prefix + name);
  if (text === null) return undefined;
  const kept = JSON.parse(text) as Kept<Values>;
  return isSame(kept.before, before) ? kept.typed : undefined;
}

export function forgetUnsent(name: string): void {
  sessionStorage.removeItem(prefix + name);
}

export function forgetAllUnsent(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
