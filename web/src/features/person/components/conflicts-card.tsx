import { VisuallyHidden } from "@mantine/core";
import {
  type Conflict,
  useConflicts,
  useEnterConflict,
  useWithdrawConflict,
} from "features/person/api/conflicts";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import { Trouble } from "ui/state/trouble";
import type { Column } from "ui/table/plain-table";

/** Two people by name or number. It is asked neither why nor for how long. */
export function NewConflictForm() {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { one: "", other: "" },
    request: useEnterConflict(),
    onDone: () => form.fields.reset(),
  });
  return (
    <RequestForm form={form} submit={say("conflicts.add")}>
      <div className="thirds">
        <TextField
          label={say("conflicts.one")}
          hint={say("conflicts.name_hint")}
          {...form.fields.getInputProps("one")}
        />
        <TextField label={say("conflicts.other")} {...form.fields.getInputProps("other")} />
      </div>
    </RequestForm>
  );
}

/** Everybody who is kept apart, with a way to take it back. */
export function ConflictsCard() {
  const say = useSay();
  const dates = useDates();
  const { words, times } = useSortWords();
  const finding = useFinding([
    ...words("one", say("conflicts.one")),
    ...words("other", say("conflicts.other")),
    ...times("entered_on"),
  ]);
  const withdraw = useWithdrawConflict();
  const columns: Column<Conflict>[] = [
    { name: "one", head: say("conflicts.one"), cell: (row) => row.one },
    { name: "other", head: say("conflicts.other"), cell: (row) => row.other },
    { name: "entered", head: say("conflicts.entered"), cell: (row) => dates.day(row.entered_on) },
    {
      name: "back",
      head: <VisuallyHidden>{say("conflicts.withdraw")}</VisuallyHidden>,
      cell: (row) => (
        <Button
          kind="bare"
          label={say("conflicts.withdraw_this", { one: row.one, other: row.other })}
          busy={withdraw.isPending && withdraw.variables === row.id}
          onClick={() => withdraw.mutate(row.id)}
        >
          {say("conflicts.withdraw")}
        </Button>
      ),
    },
  ];
  return (
    <Card title={say("conflicts.title")}>
      <Trouble of={withdraw.error} />
      <FoundTable
        finding={finding}
        caption={say("conflicts.title")}
        columns={columns}
        list={useConflicts(finding.asked)}
        rowKey={(row) => row.id}
        empty={say("conflicts.none")}
      />
    </Card>
  );
}
