import { RoleCard } from "features/person/components/role-card";
import { roles } from "features/person/components/roles";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** Who may do what: a card for each role; it is given and taken back on a person's page. */
export function RolesPage() {
  const say = useSay();
  return (
    <Page sentence={say("roles.sentence")} title={say("nav.roles")} below={say("roles.below")}>
      <section className="cards" aria-label={say("nav.roles")}>
        {roles.map((role) => (
          <RoleCard key={role} role={role} />
        ))}
      </section>
    </Page>
  );
}
