import { type OwnProtectedTime, useTellSupervisor } from "features/supervisor/api/protected-time";
import { HandedLink } from "features/supervisor/components/handed-link";
import { SupervisorSheet } from "features/supervisor/components/supervisor-sheet";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Trouble } from "ui/state/trouble";

interface DraftedTimeProps {
  programmeId: string;
  time: OwnProtectedTime;
  onChange: () => void;
}

/** Everything as the supervisor would see it, before anything is told. */
export function DraftedTime({ programmeId, time, onChange }: DraftedTimeProps) {
  const say = useSay();
  const { supervisor } = time.page;
  const tell = useTellSupervisor(programmeId);
  const by = (way: "mail" | "hand") => tell.mutate({ version: time.version, by: way });
  return (
    <>
      <section className="stack" aria-label={say("supervisor.preview_page", { supervisor })}>
        <h2>{say("supervisor.preview_page", { supervisor })}</h2>
        <p className="quiet">{say("supervisor.preview_below")}</p>
        <SupervisorSheet page={time.page} />
      </section>
      {time.mail && (
        <Card title={say("supervisor.preview_mail")}>
          <p>
            <strong>{time.mail.subject}</strong>
          </p>
          {time.mail.body.split("\n\n").map((paragraph) => (
            <p key={paragraph} style={{ overflowWrap: "anywhere" }}>
              {paragraph}
            </p>
          ))}
        </Card>
      )}
      <HandedLink time={time} />
      <div className="row">
        {time.mail && (
          <Button kind="filled" busy={tell.isPending} onClick={() => by("mail")}>
            {say("supervisor.send_mail", { supervisor })}
          </Button>
        )}
        <Button kind={time.mail ? "plain" : "filled"} busy={tell.isPending} onClick={() => by("hand")}>
          {say("supervisor.hand_over")}
        </Button>
        <Button kind="bare" onClick={onChange}>
          {say("supervisor.change")}
        </Button>
      </div>
      <Trouble of={tell.error} />
    </>
  );
}
