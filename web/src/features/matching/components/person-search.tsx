import { useDebouncedValue } from "@mantine/hooks";
import { useSide } from "features/matching/api/by-hand";
import type { Named } from "features/matching/components/by-hand";
import type { Side } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { ChoiceField } from "ui/form/choice-field";
import { TextField } from "ui/form/fields";
import { Answered } from "ui/state/states";

interface PersonSearchProps {
  programmeId: string;
  side: Side;
  /** Over those who were found. */
  label: string;
  /** Somebody who is not to be chosen. */
  without?: string | undefined;
  chosen: Named | undefined;
  onChoose: (person: Named) => void;
}

/** Somebody who joined on a side, found by a few letters of the name: however many they are. */
export function PersonSearch({ programmeId, side, label, without, chosen, onChoose }: PersonSearchProps) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const people = useSide(programmeId, side, search);
  return (
    <>
      <TextField
        label={say("trial.look_for")}
        type="search"
        value={typed}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value)}
      />
      <Answered query={people}>
        {({ items, next_cursor }) => {
          const others = items.filter(({ person_id }) => person_id !== without);
          if (others.length === 0) return <p className="quiet">{say("trial.nobody_so")}</p>;
          return (
            <>
              <ChoiceField
                scrolls
                label={label}
                value={chosen?.id ?? ""}
                options={others.map(({ person_id, name, job_title, department }) => ({
                  value: person_id,
                  label: name,
                  hint: [job_title, department].filter(Boolean).join(" · "),
                }))}
                onChange={(id) => {
                  const found = others.find(({ person_id }) => person_id === id);
                  if (found) onChoose({ id, name: found.name });
                }}
              />
              {next_cursor && <p className="small quiet">{say("trial.more_people")}</p>}
            </>
          );
        }}
      </Answered>
    </>
  );
}
