import { useElementSize } from "@mantine/hooks";
import type { Division } from "features/matching/api/run-bands";
import type { Band, Bands, Group } from "features/matching/components/bands";
import styles from "features/matching/components/bands-picture.module.css";
import { useSay } from "lib/i18n/say";
import { useId } from "react";

interface BandsPictureProps {
  of: Bands;
  by: Division;
  nameOf: (group: Group) => string;
  chosen: string | undefined;
  onChoose: (band: Band) => void;
}

const bar = 10;
/** What the people of a whole side are high, without the lines for names between them. */
const high = 340;
const line = 22;

interface Placed {
  group: Group;
  y: number;
}

/** Two columns of groups and the pairs between them as bands: as wide as there are pairs. */
export function BandsPicture({ of, by, nameOf, chosen, onChoose }: BandsPictureProps) {
  const say = useSay();
  const stripes = useId();
  const { ref, width: found } = useElementSize<HTMLDivElement>();
  // Nothing has a width before it is laid out.
  const width = found || 640;
  const people = (groups: Group[]) => groups.reduce((sum, { pairs, alone }) => sum + pairs + alone, 0);
  const unit = high / Math.max(people(of.mentors), people(of.mentees), 1);
  const columns = { mentors: placed(of.mentors, unit), mentees: placed(of.mentees, unit) };
  const height = Math.max(...Object.values(columns).map(({ bottom }) => bottom));
  const bands = banded(of, columns, unit);
  const letters = Math.floor((width * 0.44) / 7);
  const short = (name: string) => (name.length > letters ? `${name.slice(0, letters - 1)}…` : name);

  const column = (groups: Placed[], side: "mentor" | "mentee") => {
    const x = side === "mentor" ? 0 : width - bar;
    return groups.map(({ group, y }) => (
      <g key={group.key}>
        <rect x={x} y={y} width={bar} height={group.pairs * unit} className={styles[side]} />
        {group.alone > 0 && (
          <rect
            x={x}
            y={y + group.pairs * unit}
            width={bar}
            height={group.alone * unit}
            fill={`url(#${stripes}${side})`}
            className={styles.alone}
          />
        )}
        <text
          x={side === "mentor" ? 0 : width}
          y={y - 6}
          textAnchor={side === "mentor" ? "start" : "end"}
          className={styles.name}
        >
          {short(nameOf(group))}{" "}
          <tspan className={styles.count}>{say("ui.number", { number: group.pairs })}</tspan>
        </text>
      </g>
    ));
  };

  return (
    <div ref={ref}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say("matching.bands_picture", {
          by,
          bringing: of.mentors.length,
          wanting: of.mentees.length,
          bands: of.bands.length,
        })}
        className={styles.picture}
      >
        <defs>
          {(["mentor", "mentee"] as const).map((side) => (
            <pattern
              key={side}
              id={stripes + side}
              width={5}
              height={5}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width={2} height={5} className={styles[side]} />
            </pattern>
          ))}
        </defs>
        {bands.map(({ band, from, to, thick }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table below the picture does the same by keyboard.
          <path
            key={band.key}
            d={between(bar, from, width - bar, to, thick)}
            className={band.key === chosen ? styles.chosen : styles.band}
            onClick={() => onChoose(band)}
          >
            <title>
              {say("matching.band", {
                from: nameOf(band.from),
                to: nameOf(band.to),
                count: band.pairs,
              })}
            </title>
          </path>
        ))}
        {column(columns.mentors.groups, "mentor")}
        {column(columns.mentees.groups, "mentee")}
      </svg>
    </div>
  );
}

function placed(groups: Group[], unit: number): { groups: Placed[]; bottom: number } {
  let y = 0;
  const all = groups.map((group) => {
    const start = y + line;
    y = start + (group.pairs + group.alone) * unit;
    return { group, y: start };
  });
  return { groups: all, bottom: y + 2 };
}

/** Where each band begins and ends: below one another in the order of the other side, so that few cross. */
function banded(
  { bands }: Bands,
  { mentors, mentees }: Record<"mentors" | "mentees", { groups: Placed[] }>,
  unit: number,
) {
  const next = (groups: Placed[]) => new Map(groups.map(({ group, y }) => [group.key, y]));
  const orderOf = (groups: Placed[]) => new Map(groups.map(({ group }, index) => [group.key, index]));
  const [lefts, rights] = [orderOf(mentors.groups), orderOf(mentees.groups)];
  const starts = next(mentors.groups);
  const ends = next(mentees.groups);
  const place = (places: Map<string, number>, key: string, thick: number) => {
    const y = places.get(key) ?? 0;
    places.set(key, y + thick);
    return y;
  };
  const at = (order: Map<string, number>, { key }: Group) => order.get(key) ?? 0;
  return bands
    .toSorted(
      (one, other) =>
        at(lefts, one.from) - at(lefts, other.from) || at(rights, one.to) - at(rights, other.to),
    )
    .map((band) => {
      const thick = band.pairs * unit;
      return { band, thick, from: place(starts, band.from.key, thick), to: place(ends, band.to.key, thick) };
    });
}

function between(left: number, from: number, right: number, to: number, thick: number): string {
  const middle = (left + right) / 2;
  return [
    `M${left} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}`,
    `L${right} ${to + thick}C${middle} ${to + thick} ${middle} ${from + thick} ${left} ${from + thick}Z`,
  ].join("");
}
