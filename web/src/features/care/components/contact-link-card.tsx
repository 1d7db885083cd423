import { useContactLink, useRemoveContactLink, useSendContactLink } from "features/care/api/contact-room";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

/** The private link of a person to talk to who does not sign in. Nobody but them ever sees it. */
export function ContactLinkCard({ personId }: { personId: string }) {
  const say = useSay();
  const dates = useDates();
  const link = useContactLink(personId);
  const send = useSendContactLink(personId);
  const remove = useRemoveContactLink(personId);
  return (
    <Card title={say("contacts.link")}>
      <p className="quiet">{say("contacts.link_meaning")}</p>
      <Answered query={link}>
        {({ made_on, not_because }) => (
          <>
            {made_on && <p>{say("contacts.link_sent_on", { day: dates.day(made_on) })}</p>}
            {not_because === "signs_in" && <p>{say("contacts.signs_in")}</p>}
            {not_because === "no_address" && <p>{say("contacts.no_address")}</p>}
            {not_because === null && (
              <div className="row">
                <Button busy={send.isPending} onClick={() => send.mutate()}>
                  {say(made_on ? "contacts.send_new_link" : "contacts.send_link")}
                </Button>
                {made_on && (
                  <Button kind="bare" busy={remove.isPending} onClick={() => remove.mutate()}>
                    {say("contacts.remove_link")}
                  </Button>
                )}
              </div>
            )}
          </>
        )}
      </Answered>
      <Trouble of={send.error ?? remove.error} />
    </Card>
  );
}
