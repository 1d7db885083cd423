import type { ProgrammeBrief } from "features/programme/api/list-programmes";
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
  const wordsOf = ({ state }: ProgrammeBrief) => say(state === "matching" ? "home.to_matching" : "home.open");
  return (
    <>
      {[...programmes].sort(byUrgency).map((one, place) => (
        <Card key={one.id} title={one.name} beside={<Tag>{say(`home.programme_${one.state}`)}</Tag>}>
          <p className="quiet">{say("home.planned_pairs", { count: one.planned_pairs })}</p>
          <div>
            <ButtonLink
              kind={mayLead && place === 0 ? "filled" : "plain"}
              to={
                one.state === "matching" ? "/programmes/$programme_id/matching" : "/programmes/$programme_id"
              }
              params={{ programme_id: one.id }}
              aria-label={`${wordsOf(one)}: ${one.name}`}
            >
              {wordsOf(one)}
            </ButtonLink>
          </div>
        </Card>
      ))}
    </>
  );
}
