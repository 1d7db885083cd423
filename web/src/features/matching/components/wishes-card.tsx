import {
  useForgetApart,
  useForgetTogether,
  useWishes,
  type WishedCouple,
} from "features/matching/api/wishes";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

/** Whom the coordinator keeps together or apart; it holds in every run. */
export function WishesCard({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const wishes = useWishes(programmeId);
  const forgetTogether = useForgetTogether(programmeId);
  const forgetApart = useForgetApart(programmeId);
  const list = (couples: WishedCouple[], title: string, forget: typeof forgetApart) =>
    couples.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul className="stack">
          {couples.map(({ mentor, mentee }) => (
            <li key={mentor.id + mentee.id} className="row spread">
              <span>{say("matching.couple", { one: mentor.name, other: mentee.name })}</span>
              <Button
                kind="bare"
                onClick={() => forget.mutate({ mentor_id: mentor.id, mentee_id: mentee.id })}
              >
                {say("matching.forget")}
              </Button>
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <Card title={say("matching.wishes")}>
      <Answered query={wishes}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="quiet">{say("matching.no_wishes")}</p>}
            {list(
              items.filter(({ wish }) => wish === "together"),
              say("matching.kept_together"),
              forgetTogether,
            )}
            {list(
              items.filter(({ wish }) => wish === "apart"),
              say("matching.kept_apart"),
              forgetApart,
            )}
          </>
        )}
      </Answered>
      <Trouble of={forgetTogether.error ?? forgetApart.error} />
    </Card>
  );
}
