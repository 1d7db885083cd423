import { useWishes } from "features/matching/api/wishes";
import { type Choices, isSameWish, withWish } from "features/matching/components/trial-choices";
import { foundIn } from "lib/api-client/list";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { TickField } from "ui/form/tick-field";

interface TriedWishesProps {
  programmeId: string;
  choices: Choices;
  onChange: (choices: Choices) => void;
}

const byName = { search: undefined, wish: undefined, sort: "mentor", order: "ascending" } as const;

/** Whom the programme keeps together or apart: each can be left out of what is tried. */
export function TriedWishes({ programmeId, choices, onChange }: TriedWishesProps) {
  const say = useSay();
  const { rows = [], more } = foundIn(useWishes(programmeId, byName));
  if (rows.length === 0) return null;
  return (
    <fieldset className="stack">
      <legend>
        <h3>{say("trial.wishes")}</h3>
      </legend>
      <p className="small quiet">{say("trial.wishes_mean")}</p>
      {rows.map((wish) => {
        const stands = !choices.leftOut.some((one) => isSameWish(one, wish));
        return (
          <TickField
            key={wish.mentor.id + wish.mentee.id}
            label={say(`trial.wish_${wish.wish}`, { one: wish.mentor.name, other: wish.mentee.name })}
            checked={stands}
            onChange={() => onChange(withWish(choices, wish, !stands))}
          />
        );
      })}
      {more && (
        <div className="row">
          <Button kind="bare" busy={more.busy} onClick={more.onMore}>
            {say("ui.more")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
