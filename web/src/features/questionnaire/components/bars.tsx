import type { Figures } from "features/questionnaire/api/results";
import styles from "features/questionnaire/components/bars.module.css";
import { useSay } from "lib/i18n/say";

type Share = Figures["shares"][number];

// Where words stand in place of a figure the bar is as long as the words are true of, and no longer than they say.
const lengths = { nearly_all: 97, hardly_any: 3 };

const lengthOf = ({ words, percent }: Share) => (words === "percent" ? (percent ?? 0) : lengths[words]);

interface BarsProps {
  /** The words of each answer, in order. */
  answers: string[];
  shares: Share[];
}

/** How the answers are divided: words and figures, with a bar to the eye alone. */
export function Bars({ answers, shares }: BarsProps) {
  const say = useSay();
  const words = ({ words, percent }: Share) =>
    words === "percent" ? say("results.percent", { percent: percent ?? 0 }) : say(`results.${words}`);
  return (
    <ul className={styles.bars}>
      {answers.map((answer, place) => {
        const share = shares[place];
        return (
          share && (
            <li key={answer} className={styles.bar}>
              <span className="small">{answer}</span>
              <span className={`small ${styles.share}`}>{words(share)}</span>
              <span className={styles.track} aria-hidden>
                <span className={styles.fill} style={{ display: "block", width: `${lengthOf(share)}%` }} />
              </span>
            </li>
          )
        );
      })}
    </ul>
  );
}
