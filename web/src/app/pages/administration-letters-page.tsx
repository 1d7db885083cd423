import { useDebouncedValue } from "@mantine/hooks";
import { type PersonRow, usePeople } from "features/person/api/list-people";
import { useMakeLetters } from "features/signin/api/make-letters";
import { useMySession } from "features/signin/api/my-session";
import { LetterDesk } from "features/signin/components/letter-desk";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { SelectField } from "ui/form/fields";
import { SortField, useSorting, useSortWords } from "ui/table/sort-field";

const shown = ["without_address", "active"] as const;

/** Letters that let in whomever one chooses. */
export function AdministrationLettersPage() {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  const [state, setState] = useState<(typeof shown)[number]>("without_address");
  const { words } = useSortWords();
  const sorting = useSorting([
    ...words("name", say("people.name")),
    ...words("department", say("people.department")),
  ]);
  const people = usePeople({ search, state, ...sorting.by });
  const make = useMakeLetters();
  // Whoever holds a role is let in by the administrator alone.
  const isAdministrator = useMySession().data?.roles.some(({ role }) => role === "administrator") ?? false;
  const rows = (people.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter(({ roles }) => isAdministrator || roles.length === 0);
  return (
    <LetterDesk
      below={say("letter.below")}
      found={{
        rows: rows.map((one) => ({ id: one.id, name: one.name, where: whereOf(one) })),
        isPending: people.isPending,
        more: people.hasNextPage
          ? { busy: people.isFetchingNextPage, onMore: () => void people.fetchNextPage() }
          : undefined,
      }}
      search={{ typed, onType: setTyped }}
      filters={
        <>
          <SelectField
            label={say("people.show")}
            value={state}
            options={shown.map((one) => ({ value: one, label: say(`people.state_${one}`) }))}
            onChange={(event: { target: { value: string } }) =>
              setState(shown.find((one) => one === event.target.value) ?? "without_address")
            }
          />
          <SortField sorting={sorting} />
        </>
      }
      nobody={say("letter.nobody_left")}
      make={{
        busy: make.isPending,
        error: make.error,
        send: (chosen, onMade) => make.mutate(chosen, { onSuccess: ({ items }) => onMade(items) }),
      }}
    />
  );
}

const whereOf = ({ job_title, department }: PersonRow) => [job_title, department].filter(Boolean).join(" · ");
