import type { MatchRun } from "features/matching/api/match-runs";
import type { Shape } from "lib/api-client/api";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Confirm } from "ui/confirm/confirm";
import { ChoiceField } from "ui/form/choice-field";
import { NumberField } from "ui/form/fields";

export type Keep = Shape<"KeepWantedRequest">;

interface SearchAgainProps {
  open: boolean;
  run: MatchRun;
  busy: boolean;
  /** What is kept of the draft; nothing where everything is looked at anew. */
  onSearch: (keep: Keep | undefined) => void;
  onNo: () => void;
}

/** Asks what becomes of the pairs of a draft that nobody has been told of, before there is a new one. */
export function SearchAgain({ open, run, busy, onSearch, onNo }: SearchAgainProps) {
  const say = useSay();
  const [how, setHow] = useState("keep");
  const [most, setMost] = useState<number | string>("");
  // A stable answer cannot be held to a number.
  const hasBound = how === "keep" && run.objective !== "stable";
  const keep = hasBound && most !== "" ? { most_moves: Number(most) } : {};
  return (
    <Confirm
      open={open}
      question={say("matching.again_question")}
      yes={say("matching.run")}
      busy={busy}
      onYes={() => onSearch(how === "keep" ? keep : undefined)}
      onNo={onNo}
    >
      <ChoiceField
        label={say("matching.again_how")}
        value={how}
        onChange={setHow}
        options={[
          { value: "keep", label: say("matching.again_keep"), hint: say("matching.again_keep_means") },
          { value: "fresh", label: say("matching.again_fresh"), hint: say("matching.again_fresh_means") },
        ]}
      />
      {hasBound && (
        <NumberField
          label={say("matching.again_most_moves")}
          hint={say("matching.again_any_moves")}
          min={0}
          value={most}
          onChange={setMost}
        />
      )}
    </Confirm>
  );
}
