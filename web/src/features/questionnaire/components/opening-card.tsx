import {
  type Form,
  useChangeQuestionnaire,
  useOpenQuestionnaire,
  useRemoveQuestionnaire,
} from "features/questionnaire/api/forms";
import { draftOf, valuesOf } from "features/questionnaire/components/draft";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { DayField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Trouble } from "ui/state/trouble";

interface OpeningCardProps {
  draft: Form;
  /** The day in the house; nothing while it is not known. */
  today: string | undefined;
  onRemoved: () => void;
}

const daysOpen = 14;
const fewestForAnonymity = 8;

/** Puts a draft to everybody it is for; from then on nothing about it changes. */
export function OpeningCard({ draft, today, onRemoved }: OpeningCardProps) {
  const say = useSay();
  const remove = useRemoveQuestionnaire(draft.id);
  const [wantsToRemove, setWantsToRemove] = useState(false);
  return (
    <Card title={say("asking.open_title")}>
      <p>{say("asking.open_means", { count: draft.asked })}</p>
      {draft.is_anonymous && draft.asked < fewestForAnonymity && <p>{say("asking.too_few_yet")}</p>}
      <OpeningForm draft={draft} today={today} />
      <Trouble of={remove.error} />
      <div>
        <Button kind="bare" onClick={() => setWantsToRemove(true)}>
          {say("asking.throw_away")}
        </Button>
      </div>
      <Confirm
        open={wantsToRemove}
        question={say("asking.throw_away_question")}
        yes={say("asking.throw_away")}
        busy={remove.isPending}
        onYes={() => remove.mutate(undefined, { onSuccess: onRemoved })}
        onNo={() => setWantsToRemove(false)}
      >
        <p>{say("asking.throw_away_means")}</p>
      </Confirm>
    </Card>
  );
}

function OpeningForm({ draft, today }: Omit<OpeningCardProps, "onRemoved">) {
  const say = useSay();
  const open = useOpenQuestionnaire(draft.id);
  const change = useChangeQuestionnaire(draft.id);
  const form = useRequestForm({
    initialValues: { closes_on: today ? daysAfter(today, daysOpen) : "" },
    request: open,
    body: ({ closes_on }) => ({ version: draft.version, closes_on }),
  });
  const isTooFew = open.error instanceof Refusal && open.error.code === "too_few_for_anonymity";
  return (
    <>
      <RequestForm form={form} submit={say("asking.open")}>
        <DayField
          label={say("asking.last_day")}
          hint={say("asking.last_day_hint")}
          {...form.fields.getInputProps("closes_on")}
        />
      </RequestForm>
      {isTooFew && draft.is_anonymous && (
        <div>
          <Button
            busy={change.isPending}
            onClick={() => change.mutate({ ...draftOf(valuesOf(draft), draft.version), is_anonymous: false })}
          >
            {say("asking.confidentially_instead")}
          </Button>
        </div>
      )}
      <Trouble of={change.error} />
    </>
  );
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
