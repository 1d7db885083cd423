import { type Goal, useWriteGoal } from "features/pairing/api/goals";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { TickField } from "ui/form/tick-field";
import { Trouble } from "ui/state/trouble";

const mostSteps = 8;

interface GoalCardProps {
  pairingId: string;
  goal: Goal;
  mayChange: boolean;
}

/** One goal: its words, its steps, and whether it is reached. Either of the two moves it on. */
export function GoalCard({ pairingId, goal, mayChange }: GoalCardProps) {
  const say = useSay();
  const [step, setStep] = useState("");
  const write = useWriteGoal(pairingId);
  const change = (more: Partial<Goal>) => write.mutate({ ...goal, ...more });
  const add = () => {
    if (step.trim() === "") return;
    change({ steps: [...goal.steps, { text: step.trim(), is_done: false }] });
    setStep("");
  };

  return (
    <Card title={goal.text} beside={goal.is_reached ? <span>{say("goals.reached")}</span> : undefined}>
      {goal.steps.map((one, position) => (
        <TickField
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          key={position}
          label={one.text}
          checked={one.is_done}
          disabled={!mayChange || write.isPending}
          onChange={() =>
            change({
              steps: goal.steps.map((other, at) =>
                at === position ? { ...other, is_done: !other.is_done } : other,
              ),
            })
          }
        />
      ))}
      {mayChange && (
        <>
          {goal.steps.length < mostSteps && (
            <>
              <TextField
                label={say("goals.next_step")}
                value={step}
                maxLength={200}
                onChange={
                  ((event: { currentTarget: HTMLInputElement }) =>
                    setStep(event.currentTarget.value)) as never
                }
              />
              <div>
                <Button busy={write.isPending} disabled={step.trim() === ""} onClick={add}>
                  {say("goals.add_step")}
                </Button>
              </div>
            </>
          )}
          <div>
            <Button
              kind="bare"
              disabled={write.isPending}
              onClick={() => change({ is_reached: !goal.is_reached })}
            >
              {say(goal.is_reached ? "goals.not_reached" : "goals.is_reached")}
            </Button>
          </div>
        </>
      )}
      <Trouble of={write.error} />
    </Card>
  );
}
