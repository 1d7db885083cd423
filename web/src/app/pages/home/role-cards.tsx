import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

// Roles whose pages come with a later version: what will stand here is said, and nothing is made up meanwhile.
const withoutPages = ["analyst", "confidential_contact", "employee_representative"] as const;

/** The roles among these that have no page of their own yet. */
export function waitingRoles(roles: readonly string[]) {
  return withoutPages.filter((role) => roles.includes(role));
}

export function RoleCards({ roles }: { roles: ReturnType<typeof waitingRoles> }) {
  const say = useSay();
  return (
    <>
      {roles.map((role) => (
        <Card key={role} title={say(`role.${role}`)}>
          <p>{say(`home.will_be_${role}`)}</p>
          <p className="quiet">{say(`home.not_yet_${role}`)}</p>
        </Card>
      ))}
    </>
  );
}
