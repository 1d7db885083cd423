import type { Delegations } from "features/person/api/delegations";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** Somebody's dates that one keeps, on the way to their page. */
export function KeptBrief({
  principal,
  isNext,
}: {
  principal: Delegations["principals"][number];
  isNext: boolean;
}) {
  const say = useSay();
  return (
    <Card title={say("kept.title", { person: principal.name })}>
      <p>{say("kept.what")}</p>
      <div>
        <ButtonLink
          kind={isNext ? "filled" : "plain"}
          to="/dates/$delegation_id"
          params={{ delegation_id: principal.id }}
        >
          {say("kept.open")}
        </ButtonLink>
      </div>
    </Card>
  );
}
