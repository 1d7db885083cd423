import { useNavigate, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type Module, useFinishModule, useModule } from "features/preparation/api/preparation";
import { YourTurn } from "features/preparation/components/your-turn";
import { useSay } from "lib/i18n/say";
import { Button, ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { ReadAloud } from "ui/reading/read-aloud";
import { Reading } from "ui/reading/reading";
import { Trouble } from "ui/state/trouble";

/** One module: to be read in peace or listened to, with an exercise at the end. */
export function ModulePage() {
  const { enrolment_id, module } = useParams({ strict: false }) as { enrolment_id?: string; module: string };
  return (
    <AnsweredPage key={module} query={useModule(module, enrolment_id)}>
      {(read) => <ReadModule module={read} {...(enrolment_id ? { enrolmentId: enrolment_id } : {})} />}
    </AnsweredPage>
  );
}

function ReadModule({ module, enrolmentId }: { module: Module; enrolmentId?: string }) {
  const say = useSay();
  return (
    <Page
      sentence={module.title}
      above={say("preparation.minutes", { minutes: module.minutes })}
      actions={
        <ButtonLink kind="bare" to="/preparation">
          {say("preparation.all")}
        </ButtonLink>
      }
    >
      <ReadAloud title={module.title} text={module.text} />
      <Reading text={module.text} />
      {enrolmentId ? (
        <>
          {module.exercise !== null && <YourTurn module={module} enrolmentId={enrolmentId} />}
          <Finish module={module} enrolmentId={enrolmentId} />
        </>
      ) : (
        module.exercise !== null && (
          <Card title={say("preparation.your_turn")}>
            <Reading text={module.exercise} />
          </Card>
        )
      )}
    </Page>
  );
}

function Finish({ module, enrolmentId }: { module: Module; enrolmentId: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const finish = useFinishModule(enrolmentId, module.key);
  if (module.is_done && !finish.isPending) {
    return (
      <div>
        <ButtonLink kind="filled" to="/preparation">
          {say("preparation.on")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="stack">
      <div>
        <Button
          kind="filled"
          busy={finish.isPending}
          onClick={() => finish.mutate(undefined, { onSuccess: () => void navigate({ to: "/preparation" }) })}
        >
          {say("preparation.finish")}
        </Button>
      </div>
      <Trouble of={finish.error} />
    </div>
  );
}
