import { Link } from "@tanstack/react-router";
import { type Role, usePeople } from "features/person/api/list-people";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";

/** One role: what it may do, and who has it. */
export function RoleCard({ role }: { role: Role }) {
  const say = useSay();
  const people = usePeople({ role, state: "everyone" });
  const holders = people.data?.pages.flatMap((page) => page.items);
  return (
    <Card title={say(`role.${role}`)}>
      <p className="quiet">{say(`role_means.${role}`)}</p>
      {holders?.length === 0 && <p>{say(role === "sponsor" ? "roles.sponsor_elsewhere" : "roles.nobody")}</p>}
      {holders && holders.length > 0 && (
        <ul className="stack tight">
          {holders.map((one) => (
            <li key={one.id}>
              <Link to="/administration/people/$person_id" params={{ person_id: one.id }}>
                {one.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {people.hasNextPage && (
        <div>
          <Button kind="bare" onClick={() => void people.fetchNextPage()}>
            {say("ui.more")}
          </Button>
        </div>
      )}
    </Card>
  );
}
