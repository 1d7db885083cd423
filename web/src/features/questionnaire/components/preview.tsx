import type { Form } from "features/questionnaire/api/forms";
import { type Given, givenOf } from "features/questionnaire/components/given";
import { Sheet } from "features/questionnaire/components/sheet";
import { WhatBecomes } from "features/questionnaire/components/what-becomes";
import { type Called, type Side, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { ChoiceField } from "ui/form/choice-field";
import { FormFoot } from "ui/form/form-foot";

interface PreviewProps {
  form: Form;
  called: Called | undefined;
  /** The last day that is shown while none is set. */
  closesOn: string;
}

/** The questions as somebody sees them who is asked; what is tapped here goes nowhere. */
export function Preview({ form, called, closesOn }: PreviewProps) {
  const say = useSay();
  const labels = useLabels(called);
  const sides = { mentor: form.of_mentors, mentee: form.of_mentees };
  const isAskedAlike = JSON.stringify(sides.mentor) === JSON.stringify(sides.mentee);
  const [chosen, setChosen] = useState<Side>(sides.mentor.length > 0 ? "mentor" : "mentee");
  const [given, setGiven] = useState<Given>(() => givenOf([]));
  const questions = sides[chosen];
  return (
    <section className="stack">
      <h2>{say("asking.preview")}</h2>
      <p className="quiet">{say("asking.preview_means")}</p>
      {!isAskedAlike && sides.mentor.length > 0 && sides.mentee.length > 0 && (
        <ChoiceField
          label={say("asking.preview_of")}
          value={chosen}
          options={(["mentor", "mentee"] as const).map((side) => ({ value: side, label: labels.head(side) }))}
          onChange={(side) => setChosen(side as Side)}
        />
      )}
      <WhatBecomes
        asked={{
          is_anonymous: form.is_anonymous,
          could_answer: form.asked,
          closes_on: form.closes_on ?? closesOn,
          reader: form.reader,
          questions,
        }}
      />
      <Sheet questions={questions} reader={form.reader} given={given} onGiven={setGiven}>
        <FormFoot>
          <Button kind="filled" disabled>
            {say("questionnaire.send")}
          </Button>
        </FormFoot>
      </Sheet>
    </section>
  );
}
