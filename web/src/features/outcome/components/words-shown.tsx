import type { WordsAsShown } from "features/outcome/api/released-words";
import styles from "features/outcome/components/words-shown.module.css";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";

/** A sentence as it will appear and as it appears: the same in the preview, for the partner and for every reader. */
export function WordsShown({ words }: { words: WordsAsShown }) {
  const say = useSay();
  const names = useIntl().formatList(words.names, { type: "conjunction" });
  return (
    <figure className={styles.words}>
      <blockquote>{words.text}</blockquote>
      <figcaption className="quiet">
        {words.names.length > 0 ? names : say("released.without_name")}
      </figcaption>
    </figure>
  );
}
