import { type Circle, useDeparture } from "features/circle/api/circles";
import { CircleDate } from "features/circle/components/circle-date";
import { CircleMembers } from "features/circle/components/circle-members";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** One of the reader's circles: its next date, who is in it, and the private way out of it. */
export function CircleCard({ circle, isNext }: { circle: Circle; isNext: boolean }) {
  const say = useSay();
  return (
    <>
      {circle.seat === "departed" ? (
        <Departed circle={circle} />
      ) : (
        <Card title={say("circle.next")}>
          <CircleDate circle={circle} isNext={isNext} />
        </Card>
      )}
      <Card title={say("circle.members")} beside={<Sees>{say("circle.members_sees")}</Sees>}>
        <CircleMembers members={circle.members} />
        {circle.allowed_actions.includes("leave") && <Leaving circle={circle} />}
      </Card>
    </>
  );
}

function Leaving({ circle }: { circle: Circle }) {
  const say = useSay();
  const [isAsking, setAsking] = useState(false);
  const departure = useDeparture(circle.id);
  return (
    <div>
      <Button kind="bare" onClick={() => setAsking(true)}>
        {say("circle.leave")}
      </Button>
      <Trouble of={departure.error} />
      <Confirm
        open={isAsking}
        question={say("circle.leave_question")}
        yes={say("circle.leave_yes")}
        busy={departure.isPending}
        onYes={() => departure.mutate(true, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("circle.leave_below")}</p>
      </Confirm>
    </div>
  );
}

function Departed({ circle }: { circle: Circle }) {
  const say = useSay();
  const departure = useDeparture(circle.id);
  return (
    <Card title={say("circle.left_title")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <p>{say("circle.left")}</p>
      <div>
        <Button busy={departure.isPending} onClick={() => departure.mutate(false)}>
          {say("circle.come_back")}
        </Button>
      </div>
      <Trouble of={departure.error} />
    </Card>
  );
}
