import { type Circle, useMoveMember } from "features/circle/api/circles";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { SelectField } from "ui/form/fields";
import { Trouble } from "ui/state/trouble";

interface MoveMemberProps {
  circle: Circle;
  /** The other circles of the programme that the reader coordinates. */
  others: Circle[];
}

/** Somebody sits elsewhere from now on, and whom the rules no longer let sit together. */
export function MoveMember({ circle, others }: MoveMemberProps) {
  const say = useSay();
  const [isMoving, setMoving] = useState(false);
  const nameOf = (id: string) => circle.members.find((one) => one.id === id)?.name;
  const apart = circle.to_part.filter(({ one, other }) => nameOf(one) && nameOf(other));
  return (
    <div className="stack">
      {apart.map(({ one, other }) => (
        <p key={`${one} ${other}`}>{say("circle.to_part", { one: nameOf(one), other: nameOf(other) })}</p>
      ))}
      {isMoving ? (
        <Moving circle={circle} others={others} onDone={() => setMoving(false)} />
      ) : (
        others.length > 0 &&
        circle.members.length > 0 && (
          <div>
            <Button kind="bare" onClick={() => setMoving(true)}>
              {say("circle.move_somebody")}
            </Button>
          </div>
        )
      )}
    </div>
  );
}

function Moving({ circle, others, onDone }: MoveMemberProps & { onDone: () => void }) {
  const say = useSay();
  const move = useMoveMember();
  const [person, setPerson] = useState(circle.to_part[0]?.one ?? circle.members[0]?.id ?? "");
  const [to, setTo] = useState(others[0]?.id ?? "");
  return (
    <div className="stack">
      <SelectField
        label={say("circle.who_moves")}
        value={person}
        onChange={(event: { currentTarget: { value: string } }) => setPerson(event.currentTarget.value)}
        options={circle.members.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        label={say("circle.where_to")}
        value={to}
        onChange={(event: { currentTarget: { value: string } }) => setTo(event.currentTarget.value)}
        options={others.map(({ id, number }) => ({ value: id, label: say("circle.number", { number }) }))}
      />
      <p className="quiet">{say("circle.move_told")}</p>
      <div className="row">
        <Button
          kind="filled"
          busy={move.isPending}
          onClick={() => move.mutate({ to, person }, { onSuccess: onDone })}
        >
          {say("circle.move_yes")}
        </Button>
        <Button kind="bare" onClick={onDone}>
          {say("circle.leave_it")}
        </Button>
      </div>
      <Trouble of={move.error} />
    </div>
  );
}
