/**
 * Stands in for the parser of ICU messages in the built pages: the build has read every message that has arguments
 * (`vite.config.ts`), and what is left is text.
 */
// biome-ignore lint/performance/noBarrelFile: it is the other package in the built pages, all but its parser.
export {
  isArgumentElement,
  isDateElement,
  isDateTimeSkeleton,
  isLiteralElement,
  isNumberElement,
  isNumberSkeleton,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  isTimeElement,
  TYPE,
} from "@formatjs/icu-messageformat-parser/no-parser.js";

export function parse(text: string) {
  return [{ type: 0, value: text }];
}
