import { type OwnInvitation, useAnswerInvitation } from "features/invitation/api/my-invitations";
import { useDates } from "lib/dates/dates";
import { useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

interface InvitationCardProps {
  invitation: OwnInvitation;
  /** It is the next thing to do on the page: its yes is the filled button. */
  isNext: boolean;
  /** Where a yes goes on: what one brings and wants. */
  onYes: () => void;
}

/** An invitation and its private answer. */
export function InvitationCard({ invitation, isNext, onYes }: InvitationCardProps) {
  const say = useSay();
  const you = useLabels(invitation.programme).you(invitation.side);
  const dates = useDates();
  const answer = useAnswerInvitation(invitation.id, onYes);
  const give = (one: "yes" | "not_now" | "no_dont_ask") => answer.mutate({ answer: one });

  return (
    <Card title={invitation.programme.name} beside={<Sees>{say("sees.only_you")}</Sees>}>
      {invitation.programme.purpose && <p>{invitation.programme.purpose}</p>}
      {you && <p>{you}</p>}
      <p>{say(`invitation.asks_${invitation.side}`, { cadence: say(`cadence.${invitation.cadence}`) })}</p>
      <p className="small quiet">
        {invitation.sponsor_name && say("invitation.sponsor", { name: invitation.sponsor_name })}{" "}
        {invitation.ends_on && say("invitation.until", { day: dates.day(invitation.ends_on) })}
      </p>
      {invitation.own_answer && (
        <p className="quiet">{say(`invitation.you_said_${invitation.own_answer}`)}</p>
      )}
      {invitation.own_answer !== "yes" && (
        <div className="row">
          <Button
            kind={isNext ? "filled" : "plain"}
            busy={answer.isPending && answer.variables.answer === "yes"}
            onClick={() => give("yes")}
          >
            {say("invitation.yes")}
          </Button>
          <Button onClick={() => give("not_now")}>{say("invitation.not_now")}</Button>
          <Button kind="bare" onClick={() => give("no_dont_ask")}>
            {say("invitation.no_dont_ask")}
          </Button>
        </div>
      )}
      <Trouble of={answer.error} />
      <p className="small quiet">{say("invitation.nobody_learns")}</p>
    </Card>
  );
}
