import { useDrawingOver } from "features/matching/components/drawing-over";
import styles from "features/matching/components/two-sides.module.css";
import { type Called, type Side, useLabels } from "lib/i18n/called";
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
  /** Draws somebody over to somebody of the other side; then `nameOf` says who they are, meanwhile. */
  onJoin?: ((mentor: string, mentee: string) => void) | undefined;
  nameOf?: (key: string) => string;
}

const width = 700;
const left = 60;
const right = 640;
const top = 16;
const reach = 90;

// Two long labels share one line; the table beside the picture has them whole.
const short = (label: string) => (label.length > 36 ? `${label.slice(0, 35)}…` : label);

/** The whole at a glance: two sides, and a line for each pair. It names nobody; the table beside it does. */
export function TwoSides({ mentors, mentees, pairs, chosen, called, onJoin, nameOf }: TwoSidesProps) {
  const say = useSay();
  const { head } = useLabels(called);
  const rows = Math.max(mentors.length, mentees.length, 4);
  const gap = rows > 40 ? 7 : rows > 24 ? 9 : rows > 16 ? 14 : 18;
  const height = top + rows * gap + 26;
  const y = (side: string[], key: string) =>
    top + (side.indexOf(key) * rows * gap) / Math.max(side.length, 1);
  const standing = new Set(pairs.flatMap(({ mentor, mentee }) => [`t${mentor}`, `l${mentee}`]));
  const path = ({ mentor, mentee }: { mentor: string; mentee: string }) => {
    const from = y(mentors, mentor);
    const to = y(mentees, mentee);
    return `M${left} ${from}C280 ${from} 420 ${to} ${right} ${to}`;
  };
  const nearest = (side: Side, place: { x: number; y: number }) => {
    const [others, edge] = side === "mentor" ? [mentees, right] : [mentors, left];
    if (Math.abs(place.x - edge) > reach) return undefined;
    const away = (key: string) => Math.abs(y(others, key) - place.y);
    return others.reduce<string | undefined>(
      (best, key) => (best === undefined || away(key) < away(best) ? key : best),
      undefined,
    );
  };
  const { drawing, handlesOf } = useDrawingOver({ nearest, onJoin });
  const dot = (side: Side, key: string) => {
    const [cx, all, look] =
      side === "mentor" ? [left, mentors, styles.teaches] : [right, mentees, styles.learns];
    const isAlone = !standing.has(`${side === "mentor" ? "t" : "l"}${key}`);
    return (
      <g key={key}>
        <circle cx={cx} cy={y(all, key)} r={4} className={`${look} ${isAlone ? styles.alone : ""}`} />
        {onJoin && (
          <circle
            cx={cx}
            cy={y(all, key)}
            r={Math.max(6, gap / 2)}
            className={styles.handle}
            {...handlesOf(side, key)}
          >
            <title>{nameOf?.(key)}</title>
          </circle>
        )}
      </g>
    );
  };
  const drawn = drawing && {
    from: drawing.side === "mentor" ? left : right,
    to: drawing.over ? (drawing.side === "mentor" ? right : left) : drawing.at.x,
    start: y(drawing.side === "mentor" ? mentors : mentees, drawing.key),
    end: drawing.over ? y(drawing.side === "mentor" ? mentees : mentors, drawing.over) : drawing.at.y,
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
      {mentors.map((key) => dot("mentor", key))}
      {mentees.map((key) => dot("mentee", key))}
      {drawing && drawn && (
        <>
          <path
            d={`M${drawn.from} ${drawn.start}L${drawn.to} ${drawn.end}`}
            className={`${styles.chosen} ${styles.drawn}`}
          />
          <text x={width / 2} y={12} textAnchor="middle" className={styles.names}>
            {[drawing.key, drawing.over].map((key) => (key ? short(nameOf?.(key) ?? "") : "…")).join(" · ")}
          </text>
        </>
      )}
      <text x={left - 40} y={height - 4} textAnchor="start" className={styles.label}>
        {short(head("mentor"))}
      </text>
      <text x={right + 40} y={height - 4} textAnchor="end" className={styles.label}>
        {short(head("mentee"))}
      </text>
    </svg>
  );
}
