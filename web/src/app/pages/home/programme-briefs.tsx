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

interface ProgrammeBriefsProps {
  programmes: ProgrammeBrief[];
  /** Nothing else on the page comes first. */
  mayLead: boolean;
}

/** The programmes one runs, on the way to where something is to be done. */
export function ProgrammeBriefs({ programmes, mayLead }: ProgrammeBriefsProps) {
  const say = useSay();
  return [...programmes].sort(byUrgency).map((one, place) => (
    <Card key={one.id} title={one.name} beside={<Tag>{say(`programme.state_${one.state}`)}</Tag>}>
      {one.state === "draft" || one.state === "enrolling" ? (
        <>
          <p className="quiet">{say("home.planned_pairs", { count: one.planned_pairs })}</p>
          <To programme={one} say="home.open" isNext={mayLead && place === 0} />
        </>
      ) : (
        <WithPairs programme={one} isNext={mayLead && place === 0} />
      )}
    </Card>
  ));
}

/** As soon as two have begun, how the pairs are going stands here, and what may need somebody. */
function WithPairs({ programme, isNext }: { programme: ProgrammeBrief; isNext: boolean }) {
  const say = useSay();
  const dates = useDates();
  const monday = useMonday(programme.id);
  const closes_on = useClosing(programme.id).data?.closes_on;
  if (monday.isPending) return null;
  const sentences = monday.data?.sentences ?? [];
  const hasClosed = programme.state === "closed";
  return (
    <>
      {closes_on && <p>{say(hasClosed ? "home.has_closed" : "home.last_day", { day: dates.day(closes_on) })}</p>}
      {sentences.map(({ kind, count, of }) => (
        <p key={kind}>{say(`monday.${kind}`, { count, of })}</p>
      ))}
      {sentences.length === 0 && !hasClosed && (
        <p className="quiet">{say("home.planned_pairs", { count: programme.planned_pairs })}</p>
      )}
      {sentences.length > 0 ? (
        <To programme={programme} say="home.to_monday" isNext={isNext} />
      ) : (
        <To programme={programme} say={hasClosed ? "home.open" : "home.to_matching"} isNext={isNext} />
      )}
    </>
  );
}

const addresses = {
  "home.open": "/programmes/$programme_id",
  "home.to_matching": "/programmes/$programme_id/matching",
  "home.to_monday": "/programmes/$programme_id/monday",
} as const;

interface ToProps {
  programme: ProgrammeBrief;
  say: keyof typeof addresses;
  isNext: boolean;
}

function To({ programme, say: words, isNext }: ToProps) {
  const say = useSay();
  return (
    <div>
      <ButtonLink
        kind={isNext ? "filled" : "plain"}
        to={addresses[words]}
        params={{ programme_id: programme.id }}
        aria-label={`${say(words)}: ${programme.name}`}
      >
        {say(words)}
      </ButtonLink>
    </div>
  );
}
