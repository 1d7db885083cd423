import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import {
  type PeopleImport,
  useApplyImport,
  useCancelImport,
  usePeopleImport,
} from "features/person/api/people-import";
import { ImportFigures, ImportTree } from "features/person/components/import-report";
import { useMySession } from "features/signin/api/my-session";
import { useSay } from "lib/i18n/say";
import { lazy, Suspense } from "react";
import { Button, ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { JobProgress } from "ui/job/job-progress";
import { Page } from "ui/page/page";
import { Trouble } from "ui/state/trouble";

// What stands further down is a download of its own.
const ImportProblems = lazy(async () => ({
  default: (await import("features/person/components/import-lists")).ImportProblems,
}));
const ImportRows = lazy(async () => ({
  default: (await import("features/person/components/import-lists")).ImportRows,
}));
const ReportingLinesCard = lazy(async () => ({
  default: (await import("features/person/components/reporting-lines-card")).ReportingLinesCard,
}));

/** One import, from what would happen to what has happened. It survives a reload. */
export function ImportReportPage() {
  const { import_id } = useParams({ strict: false }) as { import_id: string };
  return (
    <AnsweredPage query={usePeopleImport(import_id)}>{(people) => <ReportOf people={people} />}</AnsweredPage>
  );
}

function ReportOf({ people }: { people: PeopleImport }) {
  const say = useSay();
  const isAdministrator = useMySession().data?.roles.some((one) => one.role === "administrator") ?? false;
  const apply = useApplyImport(people.id);
  const cancel = useCancelImport(people.id);
  const may = (action: PeopleImport["allowed_actions"][number]) => people.allowed_actions.includes(action);
  const { added, changed } = people.figures;
  const { removed = 0, kept_as_names = 0 } = people.report.uninvited ?? {};
  const gone = removed + kept_as_names;
  const changesNothing = people.state === "staged" && added + changed + gone === 0;
  const refused = apply.error ?? cancel.error;
  return (
    <Page
      sentence={say(changesNothing ? "import.sentence_nothing" : `import.sentence_${people.state}`, {
        added,
        changed,
        gone,
        refused: people.figures.refused,
      })}
      title={say("nav.import")}
      below={people.state === "staged" ? say("import.staged_below") : undefined}
      actions={
        <>
          {may("apply") && (
            <Button
              kind={changesNothing ? "plain" : "filled"}
              busy={apply.isPending}
              onClick={() => apply.mutate()}
            >
              {say(added + changed === 0 && gone > 0 ? "import.apply_removal" : "import.apply")}
            </Button>
          )}
          {people.state === "staged" && (
            <Button kind="bare" busy={cancel.isPending} onClick={() => cancel.mutate()}>
              {say("import.drop")}
            </Button>
          )}
          {people.state !== "staged" && people.state !== "applying" && (
            <>
              <ButtonLink to="/administration/people">{say("import.to_people")}</ButtonLink>
              <ButtonLink kind="bare" to="/administration/import">
                {say("import.another")}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      <Trouble of={refused} />
      {people.state === "applying" && (
        <Card>
          <JobProgress
            sentence={say("import.applying")}
            progress={people.progress}
            onCancel={may("cancel") ? () => cancel.mutate() : undefined}
          />
        </Card>
      )}
      <ImportFigures people={people} />
      <Suspense>
        <ImportProblems id={people.id} />
        {people.state === "applied" ? (
          <ReportingLinesCard mayConfirm={isAdministrator} />
        ) : (
          <ImportTree report={people.report} />
        )}
        {people.state === "staged" && <ImportRows people={people} />}
      </Suspense>
    </Page>
  );
}
