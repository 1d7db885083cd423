import { type SettingChange, useSettingChanges } from "features/representative/api/settings";
import { useSettingWords } from "features/representative/components/setting-words";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import type { Column } from "ui/table/plain-table";

/** Who changed which setting when, from what to what, and who agreed. */
export function SettingChanges({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const dates = useDates();
  const { label, value } = useSettingWords();
  const { words, times } = useSortWords();
  const finding = useFinding([...times("changed_at"), ...words("setting", say("agreed.setting"))]);
  const list = useSettingChanges(programmeId, finding.asked);
  const columns: Column<SettingChange>[] = [
    { name: "when", head: say("agreed.when"), cell: (one) => dates.moment(one.changed_at), isTitle: false },
    { name: "setting", head: say("agreed.setting"), cell: (one) => label(one.setting), isTitle: true },
    {
      name: "what",
      head: say("agreed.what"),
      cell: (one) =>
        one.kind === "changed"
          ? say("agreed.from_to", {
              before: value(one.setting, one.before),
              after: value(one.setting, one.after),
            })
          : say(`agreed.was_${one.kind}`),
    },
    {
      name: "who",
      head: say("agreed.who"),
      cell: (one) =>
        one.agreed_by
          ? say("agreed.who_both", { one: one.changed_by ?? "", other: one.agreed_by })
          : (one.changed_by ?? say("agreed.house")),
    },
  ];
  return (
    <Card title={say("agreed.log")}>
      <FoundTable
        finding={finding}
        caption={say("agreed.log")}
        columns={columns}
        list={list}
        rowKey={(one) => one.id}
        empty={say("agreed.log_empty")}
      />
    </Card>
  );
}
