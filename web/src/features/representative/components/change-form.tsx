import { type Lockable, useAimNames, usePropose } from "features/representative/api/settings";
import { signs, useSettingWords } from "features/representative/components/setting-words";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { LongTextField, NumberField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";

type Figures = Record<(typeof signs)[number], { amber: number | string; red: number | string }>;
interface Typed extends Record<string, unknown> {
  flag: boolean;
  value: string;
  aims: string[];
  figures: Figures;
  reason: string;
}

const noFigures = Object.fromEntries(signs.map((sign) => [sign, { amber: 0, red: 0 }])) as Figures;

function typedOf({ setting, value }: Lockable): Typed {
  const typed: Typed = { flag: false, value: "", aims: [], figures: noFigures, reason: "" };
  if (typeof value === "boolean") typed.flag = !value;
  if (typeof value === "string") typed.value = value;
  if (setting === "aims") typed.aims = (value as { aim: string }[]).map((one) => one.aim);
  if (setting === "sign_thresholds")
    typed.figures = Object.fromEntries(
      signs.map((sign) => [sign, { ...(value as Figures)[sign] }]),
    ) as Figures;
  return typed;
}

/** The value as the set-up holds it. */
function wantedOf({ setting, value }: Lockable, typed: Typed): unknown {
  if (setting === "results_use") return typed.value;
  if (setting === "aims") {
    const before = value as { aim: string; instruments: string[] }[];
    return typed.aims.map((aim) => before.find((one) => one.aim === aim) ?? { aim, instruments: [] });
  }
  if (setting === "sign_thresholds")
    return Object.fromEntries([
      ["version", 0],
      ...signs.map((sign) => [
        sign,
        { amber: Number(typed.figures[sign].amber), red: Number(typed.figures[sign].red) },
      ]),
    ]);
  return typed.flag;
}

interface ChangeFormProps {
  programmeId: string;
  one: Lockable;
  onDone: () => void;
}

/** Another value of a locked setting, proposed to the other side. */
export function ChangeForm({ programmeId, one, onDone }: ChangeFormProps) {
  const say = useSay();
  const { label } = useSettingWords();
  const aims = useAimNames().data?.aims ?? [];
  const form = useRequestForm({
    initialValues: typedOf(one),
    request: usePropose(programmeId),
    body: (typed) => ({
      kind: "change" as const,
      setting: one.setting,
      value: wantedOf(one, typed),
      ...(typed.reason.trim() ? { reason: typed.reason } : {}),
    }),
    onDone,
  });
  const field = form.fields.getInputProps;
  const chosen = form.fields.values.aims;
  return (
    <RequestForm
      form={form}
      submit={say("agreed.send")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("ui.go_back")}
        </Button>
      }
    >
      {one.setting === "results_use" && <LongTextField label={label("results_use")} {...field("value")} />}
      {typeof one.value === "boolean" && (
        <TickField label={label(one.setting)} {...field("flag", { type: "checkbox" })} />
      )}
      {one.setting === "aims" &&
        aims.map((aim) => (
          <TickField
            key={aim.key}
            label={aim.name}
            hint={aim.purpose}
            checked={chosen.includes(aim.key)}
            onChange={() =>
              form.fields.setFieldValue(
                "aims",
                chosen.includes(aim.key) ? chosen.filter((key) => key !== aim.key) : [...chosen, aim.key],
              )
            }
          />
        ))}
      {one.setting === "sign_thresholds" &&
        signs.map((sign) => (
          <div key={sign} className="columns">
            <NumberField
              label={say("agreed.amber", { sign: say(`setting_value.sign.${sign}`) })}
              {...field(`figures.${sign}.amber`)}
            />
            <NumberField
              label={say("agreed.red", { sign: say(`setting_value.sign.${sign}`) })}
              {...field(`figures.${sign}.red`)}
            />
          </div>
        ))}
      <LongTextField label={say("agreed.why")} hint={say("agreed.why_hint")} {...field("reason")} />
    </RequestForm>
  );
}
