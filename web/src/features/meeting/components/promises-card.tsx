import { type Notebook, type Promised, usePutPromise, useRemovePromise } from "features/meeting/api/notebook";
import styles from "features/meeting/components/notebook.module.css";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { DayField, LongTextField, SelectField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

interface PromisesCardProps {
  notebook: Notebook;
  partner: string;
}

/** Who does what until when; what is open from earlier conversations stands here too. */
export function PromisesCard({ notebook, partner }: PromisesCardProps) {
  const say = useSay();
  const [adding, setAdding] = useState(false);
  return (
    <Card title={say("promise.title")} beside={<Sees>{say("meeting.sees_two")}</Sees>}>
      {notebook.promises.length === 0 && <p className="quiet">{say("promise.nothing_yet")}</p>}
      <ul className={styles.items}>
        {notebook.promises.map((promise) => (
          <PromiseLine key={promise.id} notebook={notebook} promise={promise} partner={partner} />
        ))}
      </ul>
      {notebook.may_write &&
        (adding ? (
          <PromiseForm notebook={notebook} partner={partner} onDone={() => setAdding(false)} />
        ) : (
          <div>
            <Button onClick={() => setAdding(true)}>{say("promise.add")}</Button>
          </div>
        ))}
    </Card>
  );
}

function PromiseLine({ notebook, promise, partner }: PromisesCardProps & { promise: Promised }) {
  const say = useSay();
  const dates = useDates();
  const put = usePutPromise(notebook.id);
  const remove = useRemovePromise(notebook.id);
  const { is_of_this_meeting: isHere, ...kept } = promise;
  const whose = promise.side === notebook.side ? say("promise.yours") : partner;
  const hint = [
    promise.due_on ? say("promise.whose_until", { whose, day: dates.day(promise.due_on) }) : whose,
    isHere ? undefined : say("promise.from_before"),
  ];
  return (
    <li>
      <TickField
        label={promise.text}
        hint={hint.filter(Boolean).join(" · ")}
        checked={put.isPending ? put.variables.is_done : promise.is_done}
        disabled={!notebook.may_write || put.isPending}
        onChange={() => put.mutate({ ...kept, is_done: !promise.is_done })}
      />
      {notebook.may_write && (
        <Button
          kind="bare"
          busy={remove.isPending}
          label={`${say("promise.remove")}: ${promise.text}`}
          onClick={() => remove.mutate(promise.id)}
        >
          {say("promise.remove")}
        </Button>
      )}
      <Trouble of={put.error ?? remove.error} />
    </li>
  );
}

function PromiseForm({ notebook, partner, onDone }: PromisesCardProps & { onDone: () => void }) {
  const say = useSay();
  // Kept until it is saved, so that a second press after a lost answer writes the same one.
  const id = useRef(crypto.randomUUID());
  const other = notebook.side === "mentor" ? "mentee" : "mentor";
  const form = useRequestForm({
    initialValues: { text: "", side: notebook.side as string, due_on: "" },
    request: usePutPromise(notebook.id),
    body: ({ text, side, due_on }) => ({
      id: id.current,
      version: 0,
      side: side as Notebook["side"],
      text,
      due_on: due_on || null,
      is_done: false,
    }),
    onDone,
  });
  const field = form.fields.getInputProps;
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
      <LongTextField rows={2} label={say("promise.what")} {...field("text")} />
      <div className="thirds">
        <SelectField
          label={say("promise.who")}
          options={[
            { value: notebook.side, label: say("promise.you") },
            { value: other, label: partner },
          ]}
          {...field("side")}
        />
        <DayField label={say("promise.until")} {...field("due_on")} />
      </div>
    </RequestForm>
  );
}
