import { useWaitingConsent, type WaitingConsent } from "features/questionnaire/api/questionnaires";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** Whoever waits for a place may be asked meanwhile, if they consent; taken back as easily as given. */
export function WaitingConsentCard({ waiting }: { waiting: WaitingConsent }) {
  const say = useSay();
  const consent = useWaitingConsent(waiting.programme_id);
  const { has_consented } = waiting;
  return (
    <Card
      title={say("questionnaire.waiting_title", { programme: waiting.programme.name })}
      beside={<Sees>{say("sees.only_you")}</Sees>}
    >
      <p>{say("questionnaire.waiting_means")}</p>
      <p>{say("questionnaire.waiting_back")}</p>
      {has_consented && <p role="status">{say("questionnaire.waiting_given")}</p>}
      <Trouble of={consent.error} />
      <div>
        <Button busy={consent.isPending} onClick={() => consent.mutate(!has_consented)}>
          {say(has_consented ? "questionnaire.waiting_take_back" : "questionnaire.waiting_give")}
        </Button>
      </div>
    </Card>
  );
}
