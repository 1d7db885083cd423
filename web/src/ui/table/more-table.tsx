import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ListPage } from "lib/api-client/list";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Button } from "ui/button/button";
import { Broken, Empty, Loading, Refused } from "ui/state/states";
import styles from "ui/table/table.module.css";

export interface Column<Row> {
  /** A stable name for the column. */
  name: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand on the right, in tabular figures. */
  isNumber?: boolean;
}

interface PlainTableProps<Row> {
  /** What the table shows, for people who hear it. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
}

/** A table that fits on its page; on a narrow one it scrolls inside its card. */
export function PlainTable<Row>({ caption, columns, rows, rowKey }: PlainTableProps<Row>) {
  return (
    // biome-ignore lint/a11y: what scrolls must be reached by keyboard, and a table of a card is no landmark of its own.
    <div role="group" className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.isNumber ? styles.number : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.name} className={column.isNumber ? styles.number : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MoreTableProps<Row> extends Omit<PlainTableProps<Row>, "rows"> {
  list: UseInfiniteQueryResult<InfiniteData<ListPage<Row>>>;
  /** Said when the list is empty, with why. */
  empty: string;
}

/** A list of any length: its first rows, and *more* for as long as there are more. */
export function MoreTable<Row>({ list, empty, ...table }: MoreTableProps<Row>) {
  const say = useSay();
  if (list.error instanceof Refusal) return <Refused error={list.error} />;
  if (list.error) return <Broken error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;

  const rows = list.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Empty sentence={empty} />;
  return (
    <>
      <PlainTable {...table} rows={rows} />
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {say("ui.more")}
          </Button>
        </div>
      )}
    </>
  );
}
