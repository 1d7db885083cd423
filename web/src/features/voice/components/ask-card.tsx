import { type QuestionOpening, useAsk } from "features/voice/api/questions";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { DayField, LongTextField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

interface AskCardProps {
  opening: QuestionOpening;
  /** Today, as the server has it: "2026-11-23". */
  today: string;
  /** Asking is the next step of the page. */
  isNext: boolean;
  onAsked: (id: string) => void;
}

/** Where somebody may ask before they decide; the form opens on a press. */
export function AskCard(props: AskCardProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const { programme, standing, partners, panel } = props.opening;
  const canAsk = partners.length > 0 || panel !== "nobody";
  return (
    <Card
      title={say(standing === "sponsor" ? "voice.ask_as_sponsor" : "voice.ask_in", {
        programme: programme.name,
      })}
    >
      {!canAsk && <p className="quiet">{say("voice.nobody_to_ask")}</p>}
      {canAsk && !isOpen && (
        <div>
          <Button onClick={() => setOpen(true)}>{say("voice.ask_open")}</Button>
        </div>
      )}
      {canAsk && isOpen && <AskForm {...props} onLeave={() => setOpen(false)} />}
    </Card>
  );
}

/** The day that many days after an ISO one. */
const after = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function AskForm({ opening, today, isNext, onAsked, onLeave }: AskCardProps & { onLeave: () => void }) {
  const say = useSay();
  const id = useRef(crypto.randomUUID());
  const { partners, panel, standing, usual_days } = opening;
  const options = [
    ...partners.map(({ pairing_id, name }) => ({
      value: pairing_id,
      label: name,
      hint: say("voice.whom_partner_hint"),
    })),
    ...(panel === "nobody"
      ? []
      : [
          {
            value: "panel",
            label: say("voice.whom_panel"),
            hint: say(panel === "few" ? "voice.whom_panel_hint_few" : "voice.whom_panel_hint"),
          },
        ]),
  ];
  const form = useRequestForm({
    initialValues: {
      whom: options[0]?.value ?? "panel",
      question: "",
      undecided: "",
      fixed: "",
      answer_by: after(today, Math.max(1, Math.ceil(usual_days / 2))),
      decide_by: after(today, usual_days),
    },
    request: useAsk(opening.programme_id),
    body: ({ whom, ...words }) => ({
      id: id.current,
      asked: {
        ...words,
        standing,
        audience: whom === "panel" ? ("panel" as const) : ("partner" as const),
        pairing_id: whom === "panel" ? null : whom,
      },
    }),
    onDone: () => onAsked(id.current),
    unsent: `question of ${opening.programme_id} as ${standing}`,
  });
  return (
    <RequestForm
      form={form}
      kind={isNext ? "filled" : "plain"}
      submit={say("voice.send")}
      beside={
        <Button kind="bare" onClick={onLeave}>
          {say("voice.ask_leave")}
        </Button>
      }
    >
      <ChoiceField label={say("voice.whom")} options={options} {...form.fields.getInputProps("whom")} />
      <TextField label={say("voice.question")} maxLength={200} {...form.fields.getInputProps("question")} />
      <LongTextField
        label={say("voice.undecided_ask")}
        hint={say("voice.undecided_hint")}
        maxLength={2000}
        {...form.fields.getInputProps("undecided")}
      />
      <LongTextField
        label={say("voice.fixed_ask")}
        hint={say("voice.fixed_hint")}
        maxLength={2000}
        {...form.fields.getInputProps("fixed")}
      />
      <DayField label={say("voice.answer_by_ask")} {...form.fields.getInputProps("answer_by")} />
      <DayField
        label={say("voice.decide_by_ask")}
        hint={say("voice.decide_by_hint")}
        {...form.fields.getInputProps("decide_by")}
      />
    </RequestForm>
  );
}
