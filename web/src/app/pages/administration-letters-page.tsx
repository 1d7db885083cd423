import { type PersonRow, usePeople } from "features/person/api/list-people";
import { useMakeLetters } from "features/signin/api/make-letters";
import { useMySession } from "features/signin/api/my-session";
import { LetterDesk } from "features/signin/components/letter-desk";
import { foundIn } from "lib/api-client/list";
import { useSay } from "lib/i18n/say";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";

const shown = ["without_address", "active"] as const;

/** Letters that let in whomever one chooses. */
export function AdministrationLettersPage() {
  const say = useSay();
  const state = useFilter({
    label: say("people.show"),
    usual: "without_address",
    isPart: true,
    options: shown.map((one) => ({ value: one, label: say(`people.state_${one}`) })),
  });
  const { words } = useSortWords();
  const finding = useFinding(
    [...words("name", say("people.name")), ...words("department", say("people.department"))],
    [state],
  );
  const people = foundIn(usePeople({ ...finding.asked, state: state.value }));
  const make = useMakeLetters();
  // Whoever holds a role is let in by the administrator alone.
  const isAdministrator = useMySession().data?.roles.some(({ role }) => role === "administrator") ?? false;
  const rows = people.rows?.filter(({ roles }) => isAdministrator || roles.length === 0);
  return (
    <LetterDesk
      below={say("letter.below")}
      found={{
        ...people,
        rows: rows?.map((one) => ({ id: one.id, name: one.name, where: whereOf(one) })),
      }}
      finding={finding}
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
