import type { KeptFor } from "features/representative/api/open-pages";
import { useSay } from "lib/i18n/say";

/** "180 days. After the last day of the pair." */
export function useKeptWords(): (kept: KeptFor) => string {
  const say = useSay();
  return ({ figure, unit, after }) =>
    figure === null ? after : `${say(`open_pages.${unit}`, { count: figure })}. ${after}`;
}
