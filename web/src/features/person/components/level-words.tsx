import { guessLevel, highestGuess } from "features/person/components/level-guess";
import { useSay } from "lib/i18n/say";
import { SelectField } from "ui/form/fields";
import { PlainTable } from "ui/table/plain-table";

/** A word of the file, how many rows have it, and the level it means. */
export interface LevelWord {
  word: string;
  people: number;
  level: number;
}

/** A first guess for words read out of a file; what was said the last time comes before it. */
export function guessed(
  words: { word: string; people: number }[],
  known: { word: string; level: number }[],
): LevelWord[] {
  const before = new Map(known.map(({ word, level }) => [word.toLowerCase(), level]));
  return words
    .map(({ word, people }) => ({ word, people, level: before.get(word.toLowerCase()) ?? guessLevel(word) }))
    .sort((one, other) => one.level - other.level || one.word.localeCompare(other.word));
}

interface LevelWordsProps {
  words: LevelWord[];
  onChange: (words: LevelWord[]) => void;
}

/** Every title of the file beside the level it is given: proposed, corrected by the person. */
export function LevelWords({ words, onChange }: LevelWordsProps) {
  const say = useSay();
  const highest = Math.max(highestGuess, ...words.map(({ level }) => level));
  const options = Array.from({ length: highest }, (_, at) => ({
    value: String(at + 1),
    label: say("import.level_number", { level: at + 1 }),
  }));
  const give = (word: string, level: number) =>
    onChange(words.map((one) => (one.word === word ? { ...one, level } : one)));
  return (
    <>
      <p className="quiet small">{say("import.levels_guessed")}</p>
      <PlainTable
        caption={say("import.words_of_levels")}
        rows={words}
        rowKey={({ word }) => word}
        columns={[
          { name: "word", head: say("import.word"), cell: ({ word }) => word },
          { name: "people", head: say("import.rows_count"), isNumber: true, cell: ({ people }) => people },
          {
            name: "level",
            head: say("people.level"),
            cell: ({ word, level }) => (
              <SelectField
                aria-label={say("import.level_of", { word })}
                label=""
                value={String(level)}
                options={options}
                onChange={(event: { target: { value: string } }) => give(word, Number(event.target.value))}
              />
            ),
          },
        ]}
      />
    </>
  );
}
