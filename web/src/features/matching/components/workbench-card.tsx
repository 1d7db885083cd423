import type { MatchRun } from "features/matching/api/match-runs";
import { useTrial } from "features/matching/api/trials";
import { smallRun } from "features/matching/components/small-run";
import { TrialAnswer } from "features/matching/components/trial-answer";
import { type Choices, choicesOf, counts, isSame, trialOf } from "features/matching/components/trial-choices";
import { TrialControls } from "features/matching/components/trial-controls";
import { TriedWishes } from "features/matching/components/tried-wishes";
import styles from "features/matching/components/workbench-card.module.css";
import type { Shape } from "lib/api-client/api";
import type { Called } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { useEffect, useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Loading } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

interface WorkbenchCardProps {
  programmeId: string;
  run: MatchRun;
  settings: Shape<"Settings">;
  called: Called | undefined;
  /** Keeps these for the programme and finds pairs by them. */
  onUse: (choices: Choices) => void;
  busy: boolean;
  error: Error | null;
}

/** Other weights, other rules: what a run would find by them, before anything is decided. */
export function WorkbenchCard(props: WorkbenchCardProps) {
  const say = useSay();
  const isSmall = smallRun(props.run);
  const [open, setOpen] = useState(!isSmall);
  if (!isSmall) {
    return (
      <Card title={say("trial.title_large")}>
        <Workbench {...props} />
      </Card>
    );
  }
  return (
    <Card>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say("trial.title_small")}</summary>
        {open && <Workbench {...props} />}
      </details>
    </Card>
  );
}

function Workbench({ programmeId, run, settings, called, onUse, busy, error }: WorkbenchCardProps) {
  const say = useSay();
  const saved = choicesOf(settings, run.objective);
  const [choices, setChoices] = useState(saved);
  const trial = useTrial(programmeId);
  const begin = useRef(() => trial.askNow(trialOf(run.id, saved)));
  useEffect(() => begin.current(), []);
  const change = (wanted: Choices) => {
    setChoices(wanted);
    if (counts(wanted.weights)) trial.ask(trialOf(run.id, wanted));
  };
  const isOlder = trial.seen && (trial.isAsking || !isSame(trial.seen.asked, trialOf(run.id, choices)));
  return (
    <div className={styles.sections}>
      <section className="stack">
        <h3>{say("trial.title")}</h3>
        <p className="quiet">{say("trial.means")}</p>
        <div className={styles.bench}>
          <div className="stack">
            <TrialControls choices={choices} onChange={change} />
            <TriedWishes programmeId={programmeId} choices={choices} onChange={change} />
          </div>
          <section
            className={styles.answer}
            aria-live="polite"
            aria-busy={trial.isAsking}
            data-older={isOlder}
          >
            {counts(choices.weights) ? (
              <>
                <Trouble of={trial.error} />
                {trial.seen && <TrialAnswer trial={trial.seen.found} called={called} />}
                {!trial.seen && !trial.error && <Loading />}
              </>
            ) : (
              <p>{say("field.nothing_counts")}</p>
            )}
          </section>
        </div>
        <Trouble of={error} />
        <div className="row">
          <Button
            busy={busy}
            disabled={!counts(choices.weights) || isSame(choices, saved)}
            onClick={() => onUse(choices)}
          >
            {say("trial.use")}
          </Button>
          {!isSame(choices, saved) && (
            <Button kind="bare" onClick={() => change(saved)}>
              {say("trial.back")}
            </Button>
          )}
        </div>
      </section>
    </div>
  );
}
