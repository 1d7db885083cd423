import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { type Found, foundIn, type ListPage } from "lib/api-client/list";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { lazy, type ReactNode, Suspense } from "react";
import { Button } from "ui/button/button";
import { type Finding, FindingFields } from "ui/list/finding";
import { Broken, Empty, Loading, Refused } from "ui/state/states";
import type { LongTable as LongTableOf } from "ui/table/long-table";
import { PlainTable, type PlainTableProps } from "ui/table/plain-table";

// Most lists are short: what draws a long one is a download of its own.
const LongTable = lazy(async () => ({
  default: (await import("ui/table/long-table")).LongTable,
})) as typeof LongTableOf;

interface FoundListProps<Row> {
  finding: Finding;
  list: Found<Row>;
  /** Of the search field, where it says more than *search*. */
  label?: string | undefined;
  /** Said when there is nothing to be found in, with why. */
  empty: string;
  /** What draws the rows asks for more by itself. */
  goesOn?: boolean;
  children: (rows: Row[]) => ReactNode;
}

/**
 * A list of any length and what is looked for in it: the fields, the rows, and *more* for as long as there are more.
 * Over an empty list the fields do not stand; where nothing fits what is looked for they do, with a way to clear them.
 */
export function FoundList<Row>({ finding, list, label, empty, goesOn, children }: FoundListProps<Row>) {
  const { rows, isOfBefore } = list;
  const isFilled = rows !== undefined && (rows.length > 0 || isOfBefore);
  const stands = isFilled || finding.isNarrowed || (rows !== undefined && finding.filters.some(isPart));
  return (
    <>
      {stands && <FindingFields finding={finding} label={label} />}
      <WhatWasFound finding={finding} list={list} empty={empty} goesOn={goesOn ?? false}>
        {children}
      </WhatWasFound>
    </>
  );
}

const isPart = (filter: { isPart: boolean }) => filter.isPart;

function WhatWasFound<Row>({ finding, list, empty, goesOn, children }: FoundListProps<Row>) {
  const say = useSay();
  const { rows, error, isOfBefore, more } = list;
  if (error instanceof Refusal) return <Refused error={error} />;
  if (error) return <Broken error={error} onRetry={list.again} />;
  if (!rows || (isOfBefore && rows.length === 0)) return <Loading />;
  if (rows.length === 0 && !finding.isNarrowed) return <Empty sentence={empty} />;
  if (rows.length === 0)
    return (
      <Empty sentence={say("ui.none_found")}>
        <Button onClick={finding.clear}>{say("ui.clear_search")}</Button>
      </Empty>
    );
  return (
    <>
      {children(rows)}
      {more && (
        <div className="row">
          {!goesOn && (
            <Button busy={more.busy} onClick={more.onMore}>
              {say("ui.more")}
            </Button>
          )}
          <span className="small quiet">{say("ui.shown", { count: rows.length })}</span>
        </div>
      )}
    </>
  );
}

interface FoundTableProps<Row> extends Omit<PlainTableProps<Row>, "rows"> {
  finding: Finding;
  list: UseInfiniteQueryResult<InfiniteData<ListPage<Row>>>;
  label?: string;
  empty: string;
}

/** The same, as a table. */
export function FoundTable<Row>({ finding, list, label, empty, ...table }: FoundTableProps<Row>) {
  return (
    <FoundList finding={finding} list={foundIn(list)} label={label} empty={empty}>
      {(rows) => <PlainTable {...table} rows={rows} />}
    </FoundList>
  );
}

// Beyond so many rows a table has a window of its own.
const fewRows = 60;

/** The same, for a list that may be very long: a table as above while it is short. */
export function FoundLongTable<Row>({ finding, list, label, empty, ...table }: FoundTableProps<Row>) {
  const found = foundIn(list);
  const isLong = (found.rows?.length ?? 0) > fewRows;
  return (
    <FoundList finding={finding} list={found} label={label} empty={empty} goesOn={isLong}>
      {(rows) =>
        isLong ? (
          <Suspense fallback={<Loading />}>
            <LongTable {...table} rows={rows} more={found.more} />
          </Suspense>
        ) : (
          <PlainTable {...table} rows={rows} />
        )
      }
    </FoundList>
  );
}
