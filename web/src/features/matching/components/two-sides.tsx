import styles from "features/matching/components/two-sides.module.css";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";

interface TwoSidesProps {
  /** Keys of the people of each side, from top to bottom. */
  mentors: string[];
  mentees: string[];
  /** Who stands with whom, by those keys. */
  pairs: { key: string; mentor: string; mentee: string }[];
  chosen?: string | undefined;
  /** The programme's own labels for the two sides, where there is a programme and it has any. */
  called?: Called | undefined;
}

const width = 700;
const left = 60;
const right = 640;
const top = 16;

// Two long labels share one line; the table beside the picture has them whole.
const short = (label: string) => (label.length > 36 ? `${label.slice(0, 35)}…` : label);

/** The whole at a glance: two sides, and a line for each pair. It names nobody; the table beside it does. */
export function TwoSides({ mentors, mentees, pairs, chosen, called }: TwoSidesProps) {
  const say = useSay();
  const { head } = useLabels(called);
  const rows = Math.max(mentors.length, mentees.length, 4);
  const gap = rows > 40 ? 7 : rows > 24 ? 9 : 14;
  const height = top + rows * gap + 26;
  const y = (side: string[], key: string) =>
    top + (side.indexOf(key) * rows * gap) / Math.max(side.length, 1);
  const standing = new Set(pairs.flatMap(({ mentor, mentee }) => [`t${mentor}`, `l${mentee}`]));
  const path = ({ mentor, mentee }: { mentor: string; mentee: string }) => {
    const from = y(mentors, mentor);
    const to = y(mentees, mentee);
    return `M${left} ${from}C280 ${from} 420 ${to} ${right} ${to}`;
  };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say("matching.picture", {
        bringing: mentors.length,
        wanting: mentees.length,
        pairs: pairs.length,
      })}
      className={styles.picture}
    >
      {pairs.map((pair) => (
        <path key={pair.key} d={path(pair)} className={pair.key === chosen ? styles.chosen : styles.line} />
      ))}
      {mentors.map((key) => (
        <circle
          key={key}
          cx={left}
          cy={y(mentors, key)}
          r={4}
          className={`${styles.teaches} ${standing.has(`t${key}`) ? "" : styles.alone}`}
        />
      ))}
      {mentees.map((key) => (
        <circle
          key={key}
          cx={right}
          cy={y(mentees, key)}
          r={4}
          className={`${styles.learns} ${standing.has(`l${key}`) ? "" : styles.alone}`}
        />
      ))}
      <text x={left - 40} y={height - 4} textAnchor="start" className={styles.label}>
        {short(head("mentor"))}
      </text>
      <text x={right + 40} y={height - 4} textAnchor="end" className={styles.label}>
        {short(head("mentee"))}
      </text>
    </svg>
  );
}
