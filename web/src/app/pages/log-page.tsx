import { AuditLogTable } from "features/audit/components/audit-log-table";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** What happened, for administrators. Private acts stand here as a day, without anybody's name. */
export function LogPage() {
  const say = useSay();
  return (
    <Page sentence={say("audit.sentence")} title={say("nav.log")} below={say("audit.below")}>
      <Card>
        <AuditLogTable />
      </Card>
    </Page>
  );
}
