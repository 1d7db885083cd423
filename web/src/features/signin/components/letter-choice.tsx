import type { PasswordLink } from "features/signin/api/list-password-links";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { TickField } from "ui/form/fields";
import { type Column, PlainTable } from "ui/table/more-table";

interface LetterChoiceProps {
  links: PasswordLink[];
  chosen: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

/** The links that still open, each to be printed or not. */
export function LetterChoice({ links, chosen, onToggle }: LetterChoiceProps) {
  const say = useSay();
  const dates = useDates();
  const columns: Column<PasswordLink>[] = [
    {
      name: "print",
      head: say("letter.to_print"),
      cell: ({ id, name }) => (
        <TickField label={name} checked={chosen.has(id)} onChange={() => onToggle(id)} />
      ),
    },
    { name: "department", head: say("people.department"), cell: ({ department }) => department ?? "–" },
    {
      name: "address",
      head: say("letter.address"),
      cell: ({ has_address }) => say(has_address ? "letter.has_address" : "letter.has_none"),
    },
    {
      name: "until",
      head: say("letter.until"),
      cell: ({ expires_at }) => dates.day(expires_at.slice(0, 10)),
    },
  ];
  return (
    <PlainTable caption={say("letter.open_title")} columns={columns} rows={links} rowKey={({ id }) => id} />
  );
}
