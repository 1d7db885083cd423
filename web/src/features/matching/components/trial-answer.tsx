import type { MovedPair, Quality, Trial } from "features/matching/api/trials";
import styles from "features/matching/components/trial-answer.module.css";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";

/** A benefit of 0 to 1000, as people read it. */
const ofHundred = (benefit: number) => String(Math.round(benefit / 10));

interface TrialAnswerProps {
  trial: Trial;
  called: Called | undefined;
}

/** What a trial found, held against the run: in a sentence, in figures a side, and pair by pair. */
export function TrialAnswer({ trial, called }: TrialAnswerProps) {
  const say = useSay();
  const { quality, difference } = trial;
  const reached = quality.mentors_reached + quality.mentees_reached;
  return (
    <div className="stack">
      <p>
        <strong>{say("trial.reached", { reached, people: trial.mentors + trial.mentees })}</strong>{" "}
        {difference &&
          say(difference.people_moved === 0 ? "trial.same" : "trial.moved", {
            count: difference.people_moved,
            number: difference.number,
          })}
      </p>
      <QualityTable now={quality} before={difference?.before} number={difference?.number} called={called} />
      {difference && difference.people_moved > 0 && (
        <details>
          <summary>{say("trial.pair_by_pair")}</summary>
          <MovedPairs difference={difference} />
        </details>
      )}
    </div>
  );
}

interface Figure {
  name: string;
  label: string;
  of: (quality: Quality) => string;
}

interface QualityTableProps {
  now: Quality;
  before: Quality | undefined;
  number: number | undefined;
  called: Called | undefined;
}

function QualityTable({ now, before, number, called }: QualityTableProps) {
  const say = useSay();
  const figures = useFigures(called);
  return (
    <>
      <table className={styles.figures} aria-label={say("trial.figures")}>
        <thead>
          <tr>
            <th scope="col">{say("trial.figure")}</th>
            {before && <th scope="col">{say("trial.in_run", { number: number ?? 0 })}</th>}
            <th scope="col">{say("trial.now")}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ name, label, of }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              {before && <td className="quiet">{of(before)}</td>}
              <td>
                <strong>{of(now)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">{say("trial.figures_mean")}</p>
    </>
  );
}

function useFigures(called: Called | undefined): Figure[] {
  const say = useSay();
  const { own } = useLabels(called);
  const mean = (side: "mentor" | "mentee") => {
    const word = own(side);
    return word === undefined ? say(`trial.mean_${side}`) : say("trial.mean_called", { called: word });
  };
  return [
    { name: "pairs", label: say("trial.pairs"), of: ({ pairs }) => String(pairs) },
    { name: "mentee", label: mean("mentee"), of: ({ mentee }) => ofHundred(mentee.mean) },
    { name: "mentor", label: mean("mentor"), of: ({ mentor }) => ofHundred(mentor.mean) },
    { name: "least", label: say("trial.least"), of: ({ together }) => ofHundred(together.least) },
    { name: "one_sided", label: say("trial.one_sided"), of: ({ one_sided }) => String(one_sided) },
    { name: "swap", label: say("trial.would_swap"), of: ({ blocking_pairs }) => String(blocking_pairs) },
  ];
}

const byName = (one: MovedPair, other: MovedPair) => one.mentor.name.localeCompare(other.mentor.name);

/** Who would no longer be together, and who instead. */
export function MovedPairs({ difference }: { difference: NonNullable<Trial["difference"]> }) {
  const say = useSay();
  const list = (title: string, pairs: MovedPair[], all: number) =>
    all > 0 && (
      <div>
        <h3>{title}</h3>
        <ul>
          {pairs.toSorted(byName).map(({ mentor, mentee }) => (
            <li key={mentor.id + mentee.id}>
              {say("matching.couple", { one: mentor.name, other: mentee.name })}
            </li>
          ))}
          {all > pairs.length && (
            <li className="quiet">{say("trial.and_more", { count: all - pairs.length })}</li>
          )}
        </ul>
      </div>
    );
  return (
    <div className={styles.moves}>
      {list(say("trial.no_longer"), difference.lost, difference.pairs_lost)}
      {list(say("trial.instead"), difference.gained, difference.pairs_gained)}
    </div>
  );
}
