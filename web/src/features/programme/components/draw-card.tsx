import { useDraw, useDrawPlaces } from "features/programme/api/draw";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

interface DrawCardProps {
  programmeId: string;
  /** Whoever runs the programme draws; everybody in it checks. */
  mayDraw: boolean;
}

/** How places are drawn: before, that they will be; afterwards, the number anybody can check. */
export function DrawCard({ programmeId, mayDraw }: DrawCardProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const draw = useDraw(programmeId);
  const drawPlaces = useDrawPlaces(programmeId);
  return (
    <Card title={say("draw.title")}>
      <Answered query={draw}>
        {({ seed, mentor, mentee }) => {
          if (seed === null) {
            return (
              <>
                <p>{say("draw.not_yet")}</p>
                {mayDraw && (
                  <div>
                    <Button onClick={() => setAsking(true)}>{say("draw.draw_now")}</Button>
                  </div>
                )}
              </>
            );
          }
          const own = [...mentor, ...mentee].filter((one) => one.is_yours);
          const first = own[0] ?? mentor[0] ?? mentee[0];
          return (
            <>
              <p>{say("draw.drawn", { number: String(seed), tickets: mentor.length + mentee.length })}</p>
              {own.map(({ place, ticket }) => (
                <p key={ticket}>{say("draw.yours", { place, ticket })}</p>
              ))}
              <details>
                <summary>{say("draw.check")}</summary>
                <p>{say("draw.how")}</p>
                {first && (
                  <pre>
                    <code>{`printf '%s' '${seed} ${first.ticket}' | sha256sum`}</code>
                  </pre>
                )}
                {[mentor, mentee].map((side, at) => (
                  <ol key={at === 0 ? "mentor" : "mentee"}>
                    {side.map(({ ticket, number, is_yours }) => (
                      <li key={ticket}>
                        {is_yours ? <strong>{ticket}</strong> : ticket}{" "}
                        <span className="quiet small">{number.slice(0, 12)}…</span>
                      </li>
                    ))}
                  </ol>
                ))}
              </details>
            </>
          );
        }}
      </Answered>
      <Trouble of={drawPlaces.error} />
      <Confirm
        open={asking}
        question={say("draw.question")}
        yes={say("draw.draw_now")}
        busy={drawPlaces.isPending}
        onYes={() => drawPlaces.mutate(undefined, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("draw.meaning")}</p>
      </Confirm>
    </Card>
  );
}
