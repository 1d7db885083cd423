import { useFormCircles } from "features/circle/api/circles";
import type { Shape } from "lib/api-client/api";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { Trouble } from "ui/state/trouble";

type Layout = Shape<"CirclePage">["layout"];
const layouts: Layout[] = ["one_for_all", "small_groups"];

interface FormCirclesCardProps {
  programmeId: string;
  waiting: number;
  /** As people are placed unless somebody says otherwise. */
  layout: Layout;
  /** There are circles: newcomers join them. */
  hasCircles: boolean;
}

/** The press that forms circles, and later places newcomers. */
export function FormCirclesCard({ programmeId, waiting, layout, hasCircles }: FormCirclesCardProps) {
  const say = useSay();
  const [chosen, setChosen] = useState<Layout>();
  const form = useFormCircles(programmeId);
  if (waiting === 0 && !form.data) return null;
  return (
    <Card title={say("circle.waiting", { count: waiting })}>
      {waiting > 0 && (
        <>
          {!hasCircles && (
            <ChoiceField
              label={say("circle.layout")}
              options={layouts.map((value) => ({ value, label: say(`circle.${value}`) }))}
              value={chosen ?? layout}
              onChange={(value) => setChosen(value as Layout)}
            />
          )}
          <p className="quiet">{say("circle.form_told")}</p>
          <div>
            <Button
              kind="filled"
              busy={form.isPending}
              onClick={() => form.mutate({ layout: hasCircles ? null : (chosen ?? layout) })}
            >
              {say(hasCircles ? "circle.place" : "circle.form")}
            </Button>
          </div>
        </>
      )}
      {form.data && (
        <p role="status">
          {say("circle.placed", { count: form.data.placed })}
          {form.data.waiting > 0 && ` ${say("circle.fit_nowhere", { count: form.data.waiting })}`}
        </p>
      )}
      <Trouble of={form.error} />
    </Card>
  );
}
