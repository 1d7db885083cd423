import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { ContactLinkCard } from "features/care/components/contact-link-card";
import { useDeactivatePerson } from "features/person/api/change-person";
import { type Person, usePerson } from "features/person/api/show-person";
import { PersonForm } from "features/person/components/person-form";
import { RolesCard } from "features/person/components/roles-card";
import { useProgrammes } from "features/programme/api/list-programmes";
import { PasswordLinkCard } from "features/signin/components/password-link-card";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { WhileTyping } from "ui/form/while-typing";
import { Page } from "ui/page/page";
import { Trouble } from "ui/state/trouble";
import { WayOut } from "ui/way-out/way-out";

/** One colleague, for administrators. */
export function PersonPage() {
  const { person_id } = useParams({ strict: false }) as { person_id: string };
  const person = usePerson(person_id);
  return <AnsweredPage query={person}>{(one) => <PersonOf person={one} />}</AnsweredPage>;
}

function PersonOf({ person }: { person: Person }) {
  const say = useSay();
  const programmes = useProgrammes();
  const deactivate = useDeactivatePerson(person.id);
  const may = (action: Person["allowed_actions"][number]) => person.allowed_actions.includes(action);
  const facts = [person.job_title, person.department, person.site, person.level_name]
    .filter(Boolean)
    .join(" · ");
  return (
    <Page sentence={person.name} below={facts}>
      <div className="columns">
        <div className="stack">
          {may("change") && (
            <Card title={say("people.facts")}>
              <WhileTyping latest={person}>
                {(held, sent) => <PersonForm person={held} onSent={sent} />}
              </WhileTyping>
            </Card>
          )}
        </div>
        <div className="stack">
          {may("change") && <RolesCard person={person} programmes={programmes.data?.items ?? []} />}
          {person.roles.some(({ role }) => role === "confidential_contact") && (
            <ContactLinkCard personId={person.id} />
          )}
          {person.is_active && !person.is_name_only && (
            <PasswordLinkCard personId={person.id} hasAddress={person.email !== null} />
          )}
        </div>
      </div>
      <WayOut facts={say("people.sign_in_name_is", { name: person.sign_in_name ?? "–" })}>
        {may("deactivate") && (
          <Button kind="bare" busy={deactivate.isPending} onClick={() => deactivate.mutate(false)}>
            {say("people.deactivate")}
          </Button>
        )}
        {may("activate") && (
          <Button kind="bare" busy={deactivate.isPending} onClick={() => deactivate.mutate(true)}>
            {say("people.activate")}
          </Button>
        )}
        <Trouble of={deactivate.error} />
      </WayOut>
    </Page>
  );
}
