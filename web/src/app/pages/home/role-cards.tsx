import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

// Roles whose pages come with a later version: what will stand here is said, and nothing is made up meanwhile.
const withoutPages = ["analyst"] as const;
const withCards = ["conflicts", "confidential_contact", "employee_representative", ...withoutPages] as const;

/** The roles among these that have a card of their own here. */
export function rolesWithCards(roles: readonly string[]) {
  return withCards.filter((role) => roles.includes(role));
}

export function RoleCards({ roles }: { roles: ReturnType<typeof rolesWithCards> }) {
  const say = useSay();
  return (
    <>
      {roles.map((role) => (
        <Card key={role} title={say(role === "conflicts" ? "nav.conflicts" : `role.${role}`)}>
          {role === "confidential_contact" && (
            <>
              <p className="quiet">{say("home.confidential_contact")}</p>
              <div>
                <ButtonLink to="/talk">{say("home.to_room")}</ButtonLink>
              </div>
            </>
          )}
          {role === "conflicts" && (
            <>
              <p className="quiet">{say("home.conflicts")}</p>
              <div>
                <ButtonLink to="/administration/conflicts">{say("home.to_conflicts")}</ButtonLink>
              </div>
            </>
          )}
          {role === "employee_representative" && (
            <>
              <p className="quiet">{say("home.represents")}</p>
              <div>
                <ButtonLink to="/agreed-settings">{say("home.to_agreed")}</ButtonLink>
              </div>
            </>
          )}
          {role === "analyst" && (
            <>
              <p>{say(`home.will_be_${role}`)}</p>
              <p className="quiet">{say(`home.not_yet_${role}`)}</p>
            </>
          )}
        </Card>
      ))}
    </>
  );
}
