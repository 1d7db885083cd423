import { type MatchRun, useSendNow, useTakeBack } from "features/matching/api/match-runs";
import { useDates } from "lib/dates/dates";
import { useKnows, useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { Trouble } from "ui/state/trouble";

// The button that was pressed goes with the card; what came of it stands at the head of the page.
const toTheHead = () => document.getElementById("page")?.focus();

/**
 * What was published and has not reached anybody: until when it can be undone, or why it was not sent. Nothing where
 * neither is so.
 */
export function PublicationCard({ run }: { run: MatchRun }) {
  const say = useSay();
  const knows = useKnows();
  const dates = useDates();
  const [asks, setAsks] = useState(false);
  const undo = useTakeBack();
  const send = useSendNow();
  const { publication } = run;
  if (!publication) return null;
  const who = {
    name: publication.started_by ?? say("runs.by_nobody"),
    when: dates.moment(publication.sends_at),
  };
  if (run.state === "draft" && publication.state === "not_sent") {
    const why = `refusal.${publication.trouble}`;
    return (
      <Card title={say("matching.not_sent_title")}>
        <p>{say("matching.not_sent", { ...who, why: knows(why) ? say(why) : "" })}</p>
      </Card>
    );
  }
  if (run.state !== "sending") return null;
  const maySend = run.allowed_actions.includes("send_now");
  return (
    <Card title={say("matching.sending_title")}>
      <p>{say("matching.sending_until", who)}</p>
      {!maySend && <p>{say("matching.blocked_sending")}</p>}
      <div className="row">
        <Button
          kind="filled"
          busy={undo.isPending}
          onClick={() => undo.mutate(run.id, { onSuccess: toTheHead })}
        >
          {say("matching.undo")}
        </Button>
        {maySend && <Button onClick={() => setAsks(true)}>{say("matching.send_now")}</Button>}
      </div>
      <Trouble of={undo.error ?? send.error} />
      <Confirm
        open={asks}
        question={say("matching.send_now_question")}
        yes={say("matching.send_now")}
        busy={send.isPending}
        onYes={() => send.mutate(run.id, { onSettled: () => setAsks(false) })}
        onNo={() => setAsks(false)}
      >
        <p>{say("matching.send_now_means")}</p>
      </Confirm>
    </Card>
  );
}
