import type { MatchRun } from "features/matching/api/match-runs";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { ChoiceField } from "ui/form/choice-field";

type Objective = MatchRun["objective"];

const objectives: Objective[] = ["best", "fair", "stable", "balanced"];

interface OtherWayProps {
  now: Objective;
  onSearch: (objective: Objective) => void;
}

/** What a search is for, in words, and the way to look for something else. */
export function OtherWay({ now, onSearch }: OtherWayProps) {
  const say = useSay();
  const [wanted, setWanted] = useState<Objective>(now);
  return (
    <details>
      <summary>{say("matching.other_way")}</summary>
      <ChoiceField
        label={say("matching.what_first")}
        value={wanted}
        onChange={(value) => setWanted(value as Objective)}
        options={objectives.map((value) => ({
          value,
          label: say(`matching.goal_${value}`),
          hint: say(`matching.goal_means_${value}`),
        }))}
      />
      <Button onClick={() => onSearch(wanted)}>{say("matching.search_so")}</Button>
    </details>
  );
}
