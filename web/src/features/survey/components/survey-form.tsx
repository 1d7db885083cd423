import { type Survey, useAnswerSurvey } from "features/survey/api/surveys";
import { TipList } from "features/survey/components/tip-list";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

const cannotSay = "cannot_say";
const values = ["1", "2", "3", "4", "5"] as const;

type Given = Record<string, string>;

const asGiven = ({ answers }: Survey): Given =>
  Object.fromEntries(answers.map(({ item, value }) => [item, value === null ? cannotSay : String(value)]));

/** Statements to agree with or not. Everything can be left out, saved for later, or skipped. */
export function SurveyForm({ survey }: { survey: Survey }) {
  const say = useSay();
  const [given, setGiven] = useState<Given>(() => asGiven(survey));
  const send = useAnswerSurvey(survey.id);
  const answers = Object.entries(given).map(([item, value]) => ({
    item,
    value: value === cannotSay ? null : Number(value),
  }));
  const put = (state: "saved" | "sent" | "skipped") =>
    send.mutate({ state, answers: state === "skipped" ? [] : answers });

  return (
    <>
      <Card beside={<Sees>{say("sees.only_you")}</Sees>}>
        {survey.asked.map(({ key, text }) => (
          <ChoiceField
            key={key}
            label={text}
            value={given[key] ?? ""}
            options={[
              ...values.map((value) => ({ value, label: say(`survey.agree_${value}`) })),
              { value: cannotSay, label: say("survey.cannot_say") },
            ]}
            onChange={(value) => setGiven((before) => ({ ...before, [key]: value }))}
          />
        ))}
        <div className="row">
          <Button
            kind="filled"
            busy={send.isPending}
            disabled={answers.length === 0}
            onClick={() => put("sent")}
          >
            {say("survey.send")}
          </Button>
          {answers.length > 0 && (
            <Button disabled={send.isPending} onClick={() => put("saved")}>
              {say("survey.save")}
            </Button>
          )}
          <Button kind="bare" disabled={send.isPending} onClick={() => put("skipped")}>
            {say("survey.skip")}
          </Button>
        </div>
        <Trouble of={send.error} />
        {send.data && <p role="status">{say(`survey.now_${send.data.survey.state}`)}</p>}
      </Card>
      {send.data && <TipList tips={send.data.tips} />}
    </>
  );
}
