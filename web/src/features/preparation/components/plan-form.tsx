import { type Plan, planKey, useSavePlan } from "features/preparation/api/preparation";
import { OwnModule } from "features/preparation/components/own-module";
import styles from "features/preparation/components/plan-form.module.css";
import {
  freshRow,
  placeAfter,
  placeBefore,
  type Row,
  wanted,
} from "features/preparation/components/plan-row";
import { useAgain } from "lib/api-client/again";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";

const mostOwn = 10;
const shown = ({ modules }: Plan): { modules: Row[] } => ({ modules });

/** Which modules a programme offers, in which order, and which are core; and its own. */
export function PlanForm({ programmeId, plan }: { programmeId: string; plan: Plan }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: shown(plan),
    request: useSavePlan(programmeId),
    unsent: `preparation.${programmeId}`,
    over: { read: plan, again: useAgain<Plan>(planKey(programmeId)), values: shown },
    body: ({ modules }, { version }) => ({ version, modules: modules.map(wanted) }),
  });
  const { modules } = form.fields.values;
  const put = (rows: Row[]) => form.fields.setFieldValue("modules", rows);
  const change = (at: number, row: Partial<Row>) =>
    put(modules.map((one, place) => (place === at ? { ...one, ...row } : one)));
  const move = (at: number, to: number) => put(modules.toSpliced(at, 1).toSpliced(to, 0, modules[at] as Row));
  const leftOut = [...plan.modules, ...plan.left_out].filter(
    (one) => !one.is_own && !modules.some(({ key }) => key === one.key),
  );
  return (
    <Card title={say("preparation.plan")}>
      <RequestForm form={form} submit={say("ui.save")}>
        <ol className={styles.rows}>
          {modules.map((row, at) => {
            const up = placeBefore(modules, at);
            const down = placeAfter(modules, at);
            return (
              <li key={row.key}>
                <div className={styles.row}>
                  <div className={styles.title}>
                    <strong>{row.title || say("preparation.own_new")}</strong>
                    <span className="quiet small">
                      {say(`preparation.reader_${row.reader as "mentor" | "mentee" | "both"}`)}
                      {row.minutes > 0 && ` · ${say("preparation.minutes", { minutes: row.minutes })}`}
                    </span>
                  </div>
                  <TickField
                    label={say("preparation.is_core")}
                    checked={row.is_core}
                    disabled={row.is_in_every_plan}
                    onChange={
                      ((event: { currentTarget: HTMLInputElement }) =>
                        change(at, { is_core: event.currentTarget.checked })) as never
                    }
                  />
                  <div className="row">
                    <Button
                      kind="bare"
                      disabled={up < 0}
                      label={say("preparation.earlier", { title: row.title })}
                      onClick={() => move(at, up)}
                    >
                      ↑
                    </Button>
                    <Button
                      kind="bare"
                      disabled={down < 0}
                      label={say("preparation.later_by_one", { title: row.title })}
                      onClick={() => move(at, down)}
                    >
                      ↓
                    </Button>
                    <Button
                      kind="bare"
                      disabled={row.is_in_every_plan}
                      label={say("preparation.leave_out", { title: row.title })}
                      onClick={() => put(modules.filter((one) => one !== row))}
                    >
                      {say("preparation.out")}
                    </Button>
                  </div>
                </div>
                {row.is_own && (
                  <OwnModule
                    row={row}
                    onChange={(changed) => change(at, changed)}
                    errors={{
                      title: form.fields.errors[`modules.${at}.title`],
                      text: form.fields.errors[`modules.${at}.text`],
                    }}
                  />
                )}
              </li>
            );
          })}
        </ol>
        {leftOut.length > 0 && (
          <section className="stack">
            <h3>{say("preparation.left_out")}</h3>
            <ul className={styles.rows}>
              {leftOut.map((one) => (
                <li key={one.key}>
                  <div className={styles.row}>
                    <div className={styles.title}>{one.title}</div>
                    <Button
                      kind="bare"
                      label={say("preparation.take_in", { title: one.title })}
                      onClick={() => put([...modules, { ...one, is_core: false }])}
                    >
                      {say("preparation.in")}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
        {modules.filter(({ is_own }) => is_own).length < mostOwn && (
          <div>
            <Button onClick={() => put([...modules, freshRow()])}>{say("preparation.add_own")}</Button>
          </div>
        )}
      </RequestForm>
    </Card>
  );
}
