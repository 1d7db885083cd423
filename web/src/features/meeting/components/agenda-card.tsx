import {
  type AgendaItem,
  type Notebook,
  notebookKey,
  usePutItem,
  useRemoveItem,
} from "features/meeting/api/notebook";
import styles from "features/meeting/components/notebook.module.css";
import { useAgain } from "lib/api-client/again";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Lane, Lanes } from "ui/lanes/lanes";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

interface AgendaCardProps {
  notebook: Notebook;
  partner: string;
}

/** What the two want to talk about, in the lane of whoever brings it. */
export function AgendaCard({ notebook, partner }: AgendaCardProps) {
  const say = useSay();
  const other = notebook.side === "mentor" ? ("mentee" as const) : ("mentor" as const);
  return (
    <Card title={say("agenda.title")} beside={<Sees>{say("meeting.sees_two")}</Sees>}>
      <Lanes>
        <AgendaLane notebook={notebook} lane={notebook.side} title={say("guide.you_bring")} />
        <AgendaLane notebook={notebook} lane={other} title={say("guide.partner_brings", { partner })} />
      </Lanes>
    </Card>
  );
}

function AgendaLane({
  notebook,
  lane,
  title,
}: {
  notebook: Notebook;
  lane: Notebook["side"];
  title: string;
}) {
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const items = notebook.agenda.filter((item) => item.lane === lane);
  return (
    <Lane side={lane === "mentor" ? "teaches" : "learns"} title={title}>
      {items.length === 0 && <p className="quiet">{say("agenda.nothing_yet")}</p>}
      <ul className={styles.items}>
        {items.map((item) => (
          <Item key={item.id} notebook={notebook} item={item} />
        ))}
      </ul>
      {notebook.may_plan &&
        (adding ? (
          <ItemForm notebook={notebook} item={newItem(lane)} onDone={() => setAdding(false)} />
        ) : (
          <div>
            <Button label={`${say("agenda.add")}: ${title}`} onClick={() => setAdding(true)}>
              {say("agenda.add")}
            </Button>
          </div>
        ))}
    </Lane>
  );
}

const newItem = (lane: Notebook["side"]): AgendaItem => ({
  id: crypto.randomUUID(),
  version: 0,
  lane,
  text: "",
});

function Item({ notebook, item }: { notebook: Notebook; item: AgendaItem }) {
  const say = useSay();
  const [editing, setEditing] = useState(false);
  const remove = useRemoveItem(notebook.id);
  if (editing) {
    return (
      <li>
        <ItemForm notebook={notebook} item={item} onDone={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li>
      <span className={styles.text}>{item.text}</span>
      {notebook.may_plan && (
        <span className="row">
          <Button
            kind="bare"
            label={`${say("agenda.change")}: ${item.text}`}
            onClick={() => setEditing(true)}
          >
            {say("agenda.change")}
          </Button>
          <Button
            kind="bare"
            busy={remove.isPending}
            label={`${say("agenda.remove")}: ${item.text}`}
            onClick={() => remove.mutate(item.id)}
          >
            {say("agenda.remove")}
          </Button>
        </span>
      )}
      <Trouble of={remove.error} />
    </li>
  );
}

function ItemForm({ notebook, item, onDone }: { notebook: Notebook; item: AgendaItem; onDone: () => void }) {
  const say = useSay();
  const [written] = useState(item);
  const again = useAgain<Notebook>(notebookKey(notebook.id));
  const form = useRequestForm({
    initialValues: { text: written.text },
    request: usePutItem(notebook.id),
    over: {
      read: written,
      // Taken off meanwhile, it is put on again.
      again: async () =>
        (await again()).agenda.find(({ id }) => id === written.id) ?? { ...written, version: 0, text: "" },
      values: ({ text }) => ({ text }),
      onTaken: onDone,
    },
    body: ({ text }, { id, version, lane }) => ({ id, version, lane, text }),
    onDone,
  });
  return (
    <RequestForm
      form={form}
      kind="plain"
      submit={say("ui.save")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("ui.go_back")}
        </Button>
      }
    >
      <LongTextField rows={2} label={say("agenda.text")} {...form.fields.getInputProps("text")} />
    </RequestForm>
  );
}
