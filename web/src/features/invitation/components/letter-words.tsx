/** The words of a letter, paragraph by paragraph, and whose they are. */
export function LetterWords({ text, signed }: { text: string; signed: string }) {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
        <p key={at} className="written">
          {paragraph}
        </p>
      ))}
      <p>{signed}</p>
    </>
  );
}
