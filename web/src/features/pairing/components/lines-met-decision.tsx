import { useDecideAboutLine } from "features/pairing/api/go-on-knowingly";
import type { ProgrammePairing } from "features/pairing/api/list-programme-pairings";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Confirm } from "ui/confirm/confirm";
import { Trouble } from "ui/state/trouble";

interface LinesMetDecisionProps {
  programmeId: string;
  pairing: ProgrammePairing;
  names: string;
}

/** What whoever runs the programme may say about two people whom a reorganisation has put in one line. */
export function LinesMetDecision({ programmeId, pairing, names }: LinesMetDecisionProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const decide = useDecideAboutLine(programmeId, pairing.id);
  const met = pairing.line.lines_met;
  if (!met || met === "settled") return null;
  return (
    <span className="row">
      {met === "coordinator_is_asked" && (
        <Button
          label={say("one_line.go_on_of", { names })}
          busy={decide.isPending}
          onClick={() => decide.mutate("go_on")}
        >
          {say("one_line.they_go_on")}
        </Button>
      )}
      <Button kind="bare" label={say("one_line.end_of", { names })} onClick={() => setAsking(true)}>
        {say("one_line.end")}
      </Button>
      <Trouble of={decide.error} />
      <Confirm
        open={asking}
        question={say("one_line.end_question", { names })}
        yes={say("one_line.end")}
        busy={decide.isPending}
        onYes={() => decide.mutate("end", { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("one_line.end_meaning")}</p>
      </Confirm>
    </span>
  );
}
