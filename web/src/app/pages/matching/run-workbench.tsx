import { type MatchRun, useStartMatchRun } from "features/matching/api/match-runs";
import { type Choices, withChoices } from "features/matching/components/trial-choices";
import { type ProgrammeSetUp, useWriteSetUp } from "features/programme/api/show-set-up";
import type { Called } from "lib/i18n/called";
import { lazy } from "react";

const WorkbenchCard = lazy(async () => ({
  default: (await import("features/matching/components/workbench-card")).WorkbenchCard,
}));

interface RunWorkbenchProps {
  run: MatchRun;
  programme: ProgrammeSetUp;
  called: Called | undefined;
}

/** The workbench of a run; what is used from now on is written into the set-up of its programme. */
export function RunWorkbench({ run, programme, called }: RunWorkbenchProps) {
  const write = useWriteSetUp(programme.id);
  const start = useStartMatchRun();
  const use = (choices: Choices) => {
    const { version, settings, aims, words, eligibility, opened_tops } = programme;
    const body = { version, settings: withChoices(settings, choices), aims, words, eligibility, opened_tops };
    const { priority, seed } = run;
    write.mutate(body, {
      onSuccess: () =>
        start.mutate({ programme_id: programme.id, objective: choices.objective, priority, seed }),
    });
  };
  return (
    <WorkbenchCard
      key={programme.version}
      programmeId={programme.id}
      run={run}
      settings={programme.settings}
      called={called}
      onUse={use}
      busy={write.isPending || start.isPending}
      error={write.error ?? start.error}
    />
  );
}
