/**
 * The words in a text that speak about a person and not about what they did (rules D21). Looked for in the browser alone;
 * nothing is sent. `list` is the catalogue's, "lazy, you are": words or phrases of the reader's language.
 */
export function personWordsIn(text: string, list: string): string[] {
  const plain = ` ${wordsOf(text).join(" ")} `;
  return list
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && plain.includes(` ${wordsOf(one).join(" ")} `));
}

/** Letters and apostrophes make a word, in any language. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .replaceAll("'", "’")
      .match(/[\p{L}\p{M}\p{N}’-]+/gu) ?? []
  );
}
