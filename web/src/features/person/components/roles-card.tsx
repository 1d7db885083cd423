import { useGrantRole, useRevokeRole } from "features/person/api/grant-role";
import type { Role } from "features/person/api/list-people";
import type { Person } from "features/person/api/show-person";
import { roles } from "features/person/components/roles";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { SelectField } from "ui/form/fields";
import { Trouble } from "ui/state/trouble";

interface RolesCardProps {
  person: Person;
  /** Programmes that a role may be for. */
  programmes: { id: string; name: string }[];
}

/** What somebody may do here, and for which programme. */
export function RolesCard({ person, programmes }: RolesCardProps) {
  const say = useSay();
  const grant = useGrantRole(person.id);
  const revoke = useRevokeRole(person.id);
  const [role, setRole] = useState<Role>("coordinator");
  const [programmeId, setProgrammeId] = useState("");
  const nameOf = (id: string | null) =>
    id
      ? (programmes.find((one) => one.id === id)?.name ?? say("people.a_programme"))
      : say("people.whole_house");
  const refused = grant.error ?? revoke.error;

  return (
    <Card title={say("nav.roles")}>
      {person.roles.length === 0 && <p className="quiet">{say("people.no_role")}</p>}
      {person.roles.map((held) => (
        <div key={held.id} className="row spread">
          <span>
            <strong>{say(`role.${held.role}`)}</strong> · {nameOf(held.programme_id)}
          </span>
          <Button
            label={`${say("people.take_back")}: ${say(`role.${held.role}`)}`}
            busy={revoke.isPending && revoke.variables === held.id}
            onClick={() => revoke.mutate(held.id)}
          >
            {say("people.take_back")}
          </Button>
        </div>
      ))}
      {person.allowed_actions.includes("grant_role") && (
        <>
          <SelectField
            label={say("people.role")}
            value={role}
            options={roles.map((one) => ({ value: one, label: say(`role.${one}`) }))}
            onChange={(event: { target: { value: string } }) =>
              setRole(roles.find((one) => one === event.target.value) ?? "coordinator")
            }
          />
          <SelectField
            label={say("people.for")}
            value={programmeId}
            options={[
              { value: "", label: say("people.whole_house") },
              ...programmes.map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChange={(event: { target: { value: string } }) => setProgrammeId(event.target.value)}
          />
          <div>
            <Button
              busy={grant.isPending}
              onClick={() => grant.mutate({ role, programme_id: programmeId || null })}
            >
              {say("people.give_role")}
            </Button>
          </div>
        </>
      )}
      <Trouble of={refused} />
    </Card>
  );
}
