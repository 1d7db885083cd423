import { Link } from "@tanstack/react-router";
import { type AuditLogEntry, useAuditLog } from "features/audit/api/list-audit-log";
import styles from "features/audit/components/audit-log-table.module.css";
import { useDates } from "lib/dates/dates";
import { useKnows, useSay } from "lib/i18n/say";
import { useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import type { Column } from "ui/table/plain-table";

/** Who did what, when: by ids, as the chain keeps it. */
export function AuditLogTable() {
  const say = useSay();
  const dates = useDates();
  const knows = useKnows();
  const { words, times } = useSortWords();
  const finding = useFinding([...times("position"), ...words("kind", say("audit.kind"))]);
  const log = useAuditLog(finding.asked);
  const inWords = (kind: string) => {
    const key: string = `audit.kind_${kind.replaceAll(/\W/g, "_")}`;
    return knows(key) ? say(key) : "";
  };
  const columns: Column<AuditLogEntry>[] = [
    {
      name: "position",
      head: say("audit.position"),
      isTitle: false,
      cell: (entry) => entry.position,
      isNumber: true,
    },
    {
      name: "happened_at",
      head: say("audit.when"),
      cell: (entry) => <span className="whole">{dates.moment(entry.happened_at)}</span>,
    },
    {
      name: "kind",
      head: say("audit.kind"),
      isTitle: true,
      cell: (entry) => (
        <>
          {inWords(entry.kind)} <code className={styles.code}>{entry.kind}</code>
        </>
      ),
    },
    { name: "actor", head: say("audit.actor"), cell: (entry) => <Actor id={entry.actor_id} /> },
    { name: "subject", head: say("audit.subject"), cell: (entry) => <Id id={entry.subject_id} /> },
  ];
  return (
    <FoundTable
      finding={finding}
      label={say("audit.search")}
      caption={say("audit.caption")}
      columns={columns}
      list={log}
      rowKey={(entry) => String(entry.position)}
      empty={say("audit.empty")}
    />
  );
}

/** Who did it: the chain keeps the id alone, so that a person can be forgotten; their page tells the name. */
function Actor({ id }: { id: string | null }) {
  if (!id) return "–";
  return (
    <Link to="/administration/people/$person_id" params={{ person_id: id }} title={id}>
      <code className={styles.code}>{id.slice(0, 8)}</code>
    </Link>
  );
}

/** An id by its beginning; all of it on pointing. */
function Id({ id }: { id: string | null }) {
  if (!id) return "–";
  return (
    <code className={styles.code} title={id}>
      {id.slice(0, 8)}
    </code>
  );
}
