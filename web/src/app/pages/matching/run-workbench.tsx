import { type MatchRun, useStartMatchRun } from "features/matching/api/match-runs";
import { useForgetWishes } from "features/matching/api/wishes";
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

/** The workbench of a run; what is used from now on is written into its programme, and wishes left out are taken back. */
export function RunWorkbench({ run, programme, called }: RunWorkbenchProps) {
  const forget = useForgetWishes(programme.id);
  const write = useWriteSetUp(programme.id);
  const start = useStartMatchRun();
  const use = (choices: Choices) => {
    const { version, settings, aims, words, eligibility, opened_tops } = programme;
    const body = { version, settings: withChoices(settings, choices), aims, words, eligibility, opened_tops };
    const { priority, seed } = run;
    const search = () =>
      start.mutate({ programme_id: programme.id, objective: choices.objective, priority, seed });
    const takeBack = () => forget.mutate({ couples: choices.leftOut }, { onSuccess: search });
    write.mutate(body, { onSuccess: takeBack });
  };
  return (
    <WorkbenchCard
      key={programme.version}
      programmeId={programme.id}
      run={run}
      settings={programme.settings}
      called={called}
      onUse={use}
      busy={forget.isPending || write.isPending || start.isPending}
      error={forget.error ?? write.error ?? start.error}
    />
  );
}
