import type { ReactNode } from "react";
import styles from "ui/table/table.module.css";

export interface Column<Row> {
  /** A stable name for the column. */
  name: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand on the right, in tabular figures. */
  isNumber?: boolean;
  /** Heads its row where the page is too narrow for columns; by itself the first column does. */
  isTitle?: boolean;
  /** Its share of a long table, where every row stands in columns of one width ("18%"). */
  width?: string;
}

export interface PlainTableProps<Row> {
  /** What the table shows, for people who hear it. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
}

/**
 * A table that fits on its page. On a narrow one each row stands by itself, its cells one below the other with the head
 * of their column before them; the roles keep it a table for people who hear it.
 */
export function PlainTable<Row>({ caption, columns, rows, rowKey }: PlainTableProps<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: a table whose rows are no table rows to the eye keeps its roles only so.
    <table className={styles.table} role="table" aria-label={caption}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.name}
              role="columnheader"
              scope="col"
              className={column.isNumber ? styles.number : undefined}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, place) => (
              <td key={column.name} role="cell" className={lookOf(column, place)}>
                <span className={styles.head} aria-hidden="true">
                  {column.head}
                </span>
                <span className={styles.cell}>{column.cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above.
  );
}

/** How a cell looks by its column and its place among them. */
export function lookOf<Row>({ isNumber, isTitle }: Column<Row>, place: number): string {
  return [isNumber && styles.number, (isTitle ?? place === 0) && styles.title].filter(Boolean).join(" ");
}
