import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { SelectField } from "ui/form/fields";

export type Order = "ascending" | "descending";

/** One way to read a list: by what, which way round, and how that is said. */
export interface SortChoice<Sort extends string> {
  sort: Sort;
  order: Order;
  label: string;
}

export interface Sorting<Sort extends string> {
  /** For the request. */
  by: { sort: Sort; order: Order };
  choices: SortChoice<Sort>[];
  choose: (choice: SortChoice<Sort>) => void;
}

/** How a list is sorted; the first choice until somebody chooses. */
export function useSorting<Sort extends string>(choices: SortChoice<Sort>[]): Sorting<Sort> {
  const [by, setBy] = useState(() => {
    const [{ sort, order }] = choices as [SortChoice<Sort>];
    return { sort, order };
  });
  return { by, choices, choose: ({ sort, order }) => setBy({ sort, order }) };
}

/** The ways round in words, the likelier first. */
export function useSortWords() {
  const say = useSay();
  const up = <Sort extends string>(sort: Sort, label: string): SortChoice<Sort> => ({
    sort,
    order: "ascending",
    label,
  });
  const down = <Sort extends string>(sort: Sort, label: string): SortChoice<Sort> => ({
    sort,
    order: "descending",
    label,
  });
  return {
    /** Words: from A to Z, or from Z to A. */
    words: <Sort extends string>(sort: Sort, what: string) => [
      up(sort, say("ui.sort_a_to_z", { what })),
      down(sort, say("ui.sort_z_to_a", { what })),
    ],
    /** Times, the newest first. */
    times: <Sort extends string>(sort: Sort) => [
      down(sort, say("ui.sort_newest")),
      up(sort, say("ui.sort_oldest")),
    ],
    /** Numbers, the highest first. */
    numbers: <Sort extends string>(sort: Sort, what: string) => [
      down(sort, say("ui.sort_highest", { what })),
      up(sort, say("ui.sort_lowest", { what })),
    ],
    /** Steps that follow each other: one way round is enough. */
    steps: <Sort extends string>(sort: Sort, what: string) => [up(sort, what)],
  };
}

/** Chooses how a list is sorted, the same way above every list. */
export function SortField<Sort extends string>({ sorting }: { sorting: Sorting<Sort> }) {
  const say = useSay();
  const nameOf = ({ sort, order }: { sort: Sort; order: Order }) => `${sort} ${order}`;
  return (
    <SelectField
      label={say("ui.sort")}
      value={nameOf(sorting.by)}
      options={sorting.choices.map((one) => ({ value: nameOf(one), label: one.label }))}
      onChange={(event: { target: { value: string } }) => {
        const chosen = sorting.choices.find((one) => nameOf(one) === event.target.value);
        if (chosen) sorting.choose(chosen);
      }}
    />
  );
}
