import { PeopleTable } from "features/person/components/people-table";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** Who may do what: people by their role; a role is given and taken back on a person's page. */
export function RolesPage() {
  const say = useSay();
  return (
    <Page sentence={say("roles.sentence")} title={say("nav.roles")} below={say("roles.below")}>
      <Card>
        <PeopleTable withRole="administrator" />
      </Card>
    </Page>
  );
}
