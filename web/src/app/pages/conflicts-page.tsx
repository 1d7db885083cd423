import { ConflictsCard, NewConflictForm } from "features/person/components/conflicts-card";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** Conflicts held by HR: for those who were given this one role. */
export function ConflictsPage() {
  const say = useSay();
  return (
    <Page sentence={say("conflicts.sentence")} title={say("nav.conflicts")} below={say("conflicts.below")}>
      <Card title={say("conflicts.add_title")}>
        <NewConflictForm />
      </Card>
      <ConflictsCard />
    </Page>
  );
}
