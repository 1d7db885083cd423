import { type MyProtectedTime as Mine, useMyProtectedTime } from "features/supervisor/api/protected-time";
import { AskForm } from "features/supervisor/components/ask-form";
import { DraftedTime } from "features/supervisor/components/drafted-time";
import { ToldTime } from "features/supervisor/components/told-time";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";

/** The working time that one asks for in one programme: asked for, looked at, told, answered. */
export function MyProtectedTime({ programmeId, isNamed }: { programmeId: string; isNamed: boolean }) {
  return (
    <Answered query={useMyProtectedTime(programmeId)}>
      {(mine) => (
        <section className="stack" aria-label={mine.programme.name}>
          {isNamed && <h2>{mine.programme.name}</h2>}
          <Steps programmeId={programmeId} mine={mine} />
        </section>
      )}
    </Answered>
  );
}

function Steps({ programmeId, mine }: { programmeId: string; mine: Mine }) {
  const say = useSay();
  const [isChanging, setChanging] = useState(false);
  const { time } = mine;
  const change = () => setChanging(true);
  const back = () => setChanging(false);
  if (!time && !mine.may_ask) return <p>{say("supervisor.not_any_more")}</p>;
  if (!time || isChanging)
    return (
      <Card title={say("supervisor.ask_title")}>
        <AskForm programmeId={programmeId} mine={mine} onDone={back} onBack={time ? back : undefined} />
      </Card>
    );
  if (!time.told_on) return <DraftedTime programmeId={programmeId} time={time} onChange={change} />;
  return <ToldTime programmeId={programmeId} time={time} onChange={change} />;
}
