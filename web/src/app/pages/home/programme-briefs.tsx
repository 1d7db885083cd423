import { useMonday } from "features/care/api/monday";
import { useClosing } from "features/programme/api/closing";
import type { ProgrammeBrief } from "features/programme/api/list-programmes";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Tag } from "ui/tag/tag";

// What most likely waits for whoever runs it stands first; of two that stand alike, the smaller.
const order: ProgrammeBrief["state"][] = ["matching", "draft", "enrolling", "running", "reviewing", "closed"];
const byUrgency = (one: ProgrammeBrief, other: ProgrammeBrief) =>
  order.indexOf(one.state) - order.indexOf(other.state) || one.planned_pairs - other.planned_pairs;

const addresses = {
  "home.open": "/programmes/$programme_id",
  "home.to_matching": "/programmes/$programme_id/matching",
  "home.to_monday": "/programmes/$programme_id/monday",
} as const;

interface ProgrammeBriefsProps {
  programmes: ProgrammeBrief[];
  /** Nothing else on the page comes first. */
  mayLead: boolean;
}

/** The programmes one runs, on the way to where something is to be done. */
export function ProgrammeBriefs({ programmes, mayLead }: ProgrammeBriefsProps) {
  return [...programmes]
    .sort(byUrgency)
    .map((one, place) => <ProgrammeCard key={one.id} programme={one} isNext={mayLead && place === 0} />);
}

interface ProgrammeCardProps {
  programme: ProgrammeBrief;
  isNext: boolean;
}

/** As soon as two have begun, how the pairs are going stands here, and what may need somebody. */
function ProgrammeCard({ programme, isNext }: ProgrammeCardProps) {
  const say = useSay();
  const dates = useDates();
  const { id, name, planned_pairs, state } = programme;
  const mayHavePairs = state !== "draft" && state !== "enrolling";
  const sentences = useMonday(id, mayHavePairs).data?.sentences ?? [];
  const closes_on = useClosing(id, mayHavePairs).data?.closes_on;
  const next = () => {
    if (sentences.length > 0) return "home.to_monday";
    return state === "matching" ? "home.to_matching" : "home.open";
  };
  return (
    <Card title={name} beside={<Tag>{say(`home.programme_${state}`)}</Tag>}>
      {closes_on && (
        <p>{say(state === "closed" ? "home.has_closed" : "home.last_day", { day: dates.day(closes_on) })}</p>
      )}
      {sentences.length > 0 && (
        <ul>
          {sentences.map(({ kind, count, of }) => (
            <li key={kind}>{say(`monday.${kind}`, { count, of })}</li>
          ))}
        </ul>
      )}
      {sentences.length === 0 && state !== "closed" && (
        <p className="quiet">{say("home.planned_pairs", { count: planned_pairs })}</p>
      )}
      <div>
        <ButtonLink
          kind={isNext ? "filled" : "plain"}
          to={addresses[next()]}
          params={{ programme_id: id }}
          aria-label={`${say(next())}: ${name}`}
        >
          {say(next())}
        </ButtonLink>
      </div>
    </Card>
  );
}
