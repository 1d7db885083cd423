import { Link } from "@tanstack/react-router";
import { useRematch, useWishRematch } from "features/pairing/api/rematch";
import { RematchFields } from "features/pairing/components/rematch-fields";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

type Rematch = NonNullable<ReturnType<typeof useRematch>["data"]>;

/** After a pair: what would come next for the reader. Nobody else is shown it, and nobody waits for it. */
export function RematchCard({ pairingId }: { pairingId: string }) {
  const say = useSay();
  const rematch = useRematch(pairingId);
  return (
    <Card title={say("rematch.title")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <Answered query={rematch}>
        {(said) => <RematchOf key={said.wish ?? "nothing"} pairingId={pairingId} said={said} />}
      </Answered>
    </Card>
  );
}

function RematchOf({ pairingId, said }: { pairingId: string; said: Rematch }) {
  const say = useSay();
  const { day } = useDates();
  const [wish, setWish] = useState(said.wish ?? "now");
  const [note, setNote] = useState(said.note);
  const save = useWishRematch(pairingId);
  return (
    <>
      <p>
        {said.looks_from_on
          ? say("rematch.looks_from", { day: day(said.looks_from_on) })
          : say("rematch.looks_not")}
      </p>
      <RematchFields wish={wish} note={note} onWish={setWish} onNote={setNote} />
      <p className="quiet">
        {say("rematch.wants_below")} <Link to="/exchange">{say("nav.exchange")}</Link>
      </p>
      <div>
        <Button busy={save.isPending} onClick={() => save.mutate({ wish, note })}>
          {say("rematch.save")}
        </Button>
      </div>
      {save.isSuccess && <p role="status">{say("rematch.saved")}</p>}
      <Trouble of={save.error} />
    </>
  );
}
