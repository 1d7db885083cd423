import { Link } from "@tanstack/react-router";
import { type Acquaintance, useChooseName, useLeave } from "features/acquaintance/api/acquaintances";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button, ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** Opening the names, leaving, and saying that something is wrong. */
export function NamesCard({ acquaintance }: { acquaintance: Acquaintance }) {
  const say = useSay();
  const dates = useDates();
  const choose = useChooseName(acquaintance.id);
  const leave = useLeave(acquaintance.id);
  const [asking, setAsking] = useState(false);
  const may = acquaintance.allowed_actions;
  return (
    <Card
      title={say(acquaintance.state === "opened" ? "acquaintance.names_open" : "acquaintance.names")}
      beside={acquaintance.state !== "opened" && <Sees>{say("sees.only_you")}</Sees>}
    >
      <p>
        {say(
          may.includes("close_name") ? "acquaintance.you_open" : `acquaintance.names_${acquaintance.state}`,
          { day: dates.day(acquaintance.last_on) },
        )}
      </p>
      <Trouble of={choose.error ?? leave.error} />
      <div className="row">
        {may.includes("open_name") && (
          <Button kind="plain" busy={choose.isPending} onClick={() => choose.mutate(true)}>
            {say("acquaintance.open_name")}
          </Button>
        )}
        {may.includes("close_name") && (
          <Button kind="plain" busy={choose.isPending} onClick={() => choose.mutate(false)}>
            {say("acquaintance.close_name")}
          </Button>
        )}
        {acquaintance.state === "opened" && (
          <ButtonLink kind="filled" to="/pair">
            {say("acquaintance.to_pair")}
          </ButtonLink>
        )}
        {may.includes("leave") && (
          <Button kind="bare" onClick={() => setAsking(true)}>
            {say("acquaintance.leave")}
          </Button>
        )}
      </div>
      <p>
        <Link to="/talk" search={{ without_name: acquaintance.id }}>
          {say("acquaintance.report")}
        </Link>
      </p>
      <Confirm
        open={asking}
        question={say("acquaintance.leave_question")}
        yes={say("acquaintance.leave")}
        busy={leave.isPending}
        onYes={() => leave.mutate(undefined, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("acquaintance.leave_meaning")}</p>
      </Confirm>
    </Card>
  );
}
