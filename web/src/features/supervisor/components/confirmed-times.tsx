import { type ConfirmedTime, useConfirmedTimes } from "features/supervisor/api/protected-time";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import type { Column } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

/** Who told their supervisor and whether the time is confirmed, and who would like to talk. */
export function ConfirmedTimes({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const confirmed = useFilter<"" | "true" | "false">({
    label: say("supervisor.confirmed"),
    usual: "",
    options: [
      { value: "", label: say("supervisor.everybody_who_told") },
      { value: "true", label: say("supervisor.confirmed_yes") },
      { value: "false", label: say("supervisor.confirmed_no") },
    ],
  });
  const { words, steps } = useSortWords();
  const finding = useFinding(
    [...words("name", say("supervisor.name")), ...steps("is_confirmed", say("supervisor.confirmed"))],
    [confirmed],
  );
  const times = useConfirmedTimes(programmeId, {
    ...finding.asked,
    is_confirmed: confirmed.value === "" ? undefined : confirmed.value === "true",
  });
  const talks = times.data?.pages[0]?.would_like_to_talk ?? [];
  const columns: Column<ConfirmedTime>[] = [
    { name: "name", head: say("supervisor.name"), cell: (one) => <strong>{one.name}</strong> },
    {
      name: "is_confirmed",
      head: say("supervisor.confirmed"),
      cell: (one) => (
        <Tag tone={one.is_confirmed ? "good" : "wait"}>
          {say(one.is_confirmed ? "supervisor.confirmed_yes" : "supervisor.confirmed_no")}
        </Tag>
      ),
    },
  ];
  return (
    <>
      {talks.length > 0 && (
        <Card title={say("supervisor.would_talk")}>
          <ul>
            {talks.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <p className="quiet">{say("supervisor.would_talk_below")}</p>
        </Card>
      )}
      <Card>
        <FoundTable
          finding={finding}
          caption={say("supervisor.confirmed")}
          columns={columns}
          list={times}
          rowKey={(one) => one.person_id}
          empty={say("supervisor.nobody_told")}
        />
      </Card>
    </>
  );
}
