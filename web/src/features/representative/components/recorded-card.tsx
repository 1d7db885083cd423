import type { RecordedEvent } from "features/representative/api/open-pages";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { PlainTable } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

/** Every kind of event there is, each in a sentence. */
export function RecordedCard({ title, events }: { title: string; events: RecordedEvent[] }) {
  const say = useSay();
  return (
    <Card title={title}>
      <PlainTable
        caption={title}
        rows={events}
        rowKey={(one) => one.kind}
        columns={[
          { name: "sentence", head: say("open_pages.event"), cell: (one) => one.sentence },
          { name: "kind", head: say("open_pages.event_kind"), cell: (one) => <code>{one.kind}</code> },
          {
            name: "left",
            head: say("open_pages.event_leaves"),
            cell: (one) =>
              one.is_private ? (
                <Tag>{say("open_pages.leaves_a_day")}</Tag>
              ) : (
                say("open_pages.leaves_an_entry")
              ),
          },
        ]}
      />
    </Card>
  );
}
