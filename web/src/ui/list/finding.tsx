import { useDebouncedValue } from "@mantine/hooks";
import { useSay } from "lib/i18n/say";
import { type RefObject, useRef, useState } from "react";
import type { Option } from "ui/form/field";
import { SelectField, TextField } from "ui/form/fields";

type Order = "ascending" | "descending";

/** One way to read a list: by what, which way round, and how that is said. */
interface SortChoice<Sort extends string> {
  sort: Sort;
  order: Order;
  label: string;
}

/** One of a few to which a list is narrowed. */
export interface Filter<Value extends string = string> {
  label: string;
  options: readonly (Option & { value: Value })[];
  value: Value;
  choose: (value: string) => void;
  /** Something else is chosen than by itself. */
  isSet: boolean;
  /** Also what is chosen by itself shows a part of the list only. */
  isPart: boolean;
  clear: () => void;
}

interface FilterOptions<Value extends string> {
  label: string;
  options: readonly (Option & { value: Value })[];
  /** What is chosen by itself. */
  usual: Value;
  /** What is chosen when the page opens, where that is something else. */
  first?: Value | undefined;
  isPart?: boolean;
}

export function useFilter<Value extends string>(of: FilterOptions<Value>): Filter<Value> {
  const { label, options, usual, first = usual, isPart = false } = of;
  const [value, setValue] = useState<Value>(first);
  return {
    label,
    options,
    value,
    choose: (chosen) => setValue(options.find((one) => one.value === chosen)?.value ?? usual),
    isSet: value !== usual,
    isPart,
    clear: () => setValue(usual),
  };
}

/** How somebody finds their way in a list: what they search for, what it is narrowed to, how it is sorted. */
export interface Finding<Sort extends string = string> {
  typed: string;
  type: (typed: string) => void;
  filters: readonly Filter[];
  /** The ways to sort it, and which of them it is. */
  ways: readonly Option[];
  way: string;
  sort: (way: string) => void;
  /** For the request. */
  asked: { search: string | undefined; sort: Sort; order: Order };
  /** Fewer rows are asked for than by itself. */
  isNarrowed: boolean;
  /** Everything as it was at first but for the sorting; the search field waits to be typed into. */
  clear: () => void;
  searchField: RefObject<HTMLInputElement | null>;
}

const nameOf = ({ sort, order }: { sort: string; order: Order }) => `${sort} ${order}`;

/** Nothing searched for, and the first choice of sorting, until somebody says otherwise. */
export function useFinding<Sort extends string>(
  choices: readonly SortChoice<Sort>[],
  filters: readonly Filter[] = [],
): Finding<Sort> {
  const [typed, setTyped] = useState("");
  const [late] = useDebouncedValue(typed.trim(), 250);
  // An empty field is obeyed at once: nobody is typing any more.
  const search = typed.trim() === "" ? "" : late;
  const searchField = useRef<HTMLInputElement>(null);
  const [{ sort, order }, setSorting] = useState(() => choices[0] as SortChoice<Sort>);
  return {
    typed,
    type: setTyped,
    filters,
    ways: choices.map((one) => ({ value: nameOf(one), label: one.label })),
    way: nameOf({ sort, order }),
    sort: (way) => setSorting((now) => choices.find((one) => nameOf(one) === way) ?? now),
    asked: { search: search || undefined, sort, order },
    isNarrowed: typed.trim() !== "" || filters.some((one) => one.isSet),
    clear: () => {
      setTyped("");
      for (const one of filters) one.clear();
      searchField.current?.focus();
    },
    searchField,
  };
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

/** The fields above a list: searched in, narrowed, sorted; the same way above every list. */
export function FindingFields({ finding, label }: { finding: Finding; label?: string | undefined }) {
  const say = useSay();
  return (
    <div className="filters">
      <TextField
        type="search"
        label={label ?? say("ui.search")}
        value={finding.typed}
        ref={finding.searchField}
        onChange={(event: { target: { value: string } }) => finding.type(event.target.value)}
      />
      {finding.filters.map((filter) => (
        <SelectField
          key={filter.label}
          label={filter.label}
          value={filter.value}
          options={[...filter.options]}
          onChange={(event: { target: { value: string } }) => filter.choose(event.target.value)}
        />
      ))}
      {finding.ways.length > 1 && (
        <SelectField
          label={say("ui.sort")}
          value={finding.way}
          options={[...finding.ways]}
          onChange={(event: { target: { value: string } }) => finding.sort(event.target.value)}
        />
      )}
    </div>
  );
}
