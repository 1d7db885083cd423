import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import styles from "ui/table/long-table.module.css";
import { type Column, lookOf, type PlainTableProps } from "ui/table/plain-table";
import tableStyles from "ui/table/table.module.css";

interface LongTableProps<Row> extends PlainTableProps<Row> {
  /** There are more rows than these; asked for when the end comes near. */
  more: { busy: boolean; onMore: () => void } | undefined;
}

// So many rows before the last one that is there, the next ones are asked for.
const early = 30;

/**
 * A table of any length in a window of its own: only the rows in sight are drawn, and those that follow are asked for as
 * one scrolls. Whoever hears it is told which of how many rows each is; a row that holds the focus stays.
 */
export function LongTable<Row>({ caption, columns, rows, rowKey, more }: LongTableProps<Row>) {
  const frame = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState<number>();
  const window = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 66,
    overscan: 6,
    initialRect: { width: 800, height: 600 },
    getItemKey: (index) => rowKey(rows[index] as Row),
    rangeExtractor: (range) => withFocused(range, focused),
    useFlushSync: false,
  });
  const inSight = window.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  const asksForMore = more !== undefined && !more.busy && last >= rows.length - early;
  useEffect(() => {
    if (asksForMore) more?.onMore();
  }, [asksForMore, more]);

  const lines = inSight.map((item, place) => ({
    item,
    above: item.start - (inSight[place - 1]?.end ?? 0),
  }));
  const below = window.getTotalSize() - (inSight.at(-1)?.end ?? 0);
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see plain-table.tsx.
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too.
    <section
      className={styles.frame}
      ref={frame}
      tabIndex={0}
      aria-label={caption}
      aria-busy={more?.busy ?? false}
    >
      <table
        className={`${tableStyles.table} ${styles.table}`}
        role="table"
        aria-label={caption}
        aria-rowcount={more ? -1 : rows.length + 1}
      >
        <colgroup>
          {columns.map(({ name, width }) => (
            <col key={name} style={width ? { width } : undefined} />
          ))}
        </colgroup>
        <thead role="rowgroup" className={styles.heads}>
          <tr role="row" aria-rowindex={1}>
            {columns.map(({ name, head, isNumber }) => (
              <th
                key={name}
                role="columnheader"
                scope="col"
                className={isNumber ? tableStyles.number : undefined}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" onBlur={() => setFocused(undefined)}>
          {lines.map(({ item, above }) => (
            <Line
              key={item.key}
              above={above}
              columns={columns}
              index={item.index}
              measure={window.measureElement}
              onFocus={() => setFocused(item.index)}
              row={rows[item.index] as Row}
            />
          ))}
          {below > 0 && <Gap height={below} columns={columns.length} />}
        </tbody>
      </table>
    </section>
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above.
    // biome-ignore-end lint/a11y/noRedundantRoles: see above.
  );
}

function withFocused(range: Range, focused: number | undefined): number[] {
  const usual = defaultRangeExtractor(range);
  if (focused === undefined || focused >= range.count || usual.includes(focused)) return usual;
  return [...usual, focused].sort((one, other) => one - other);
}

interface LineProps<Row> {
  row: Row;
  index: number;
  columns: Column<Row>[];
  /** What is not drawn between the row before and this one. */
  above: number;
  measure: (row: HTMLElement | null) => void;
  onFocus: () => void;
}

function Line<Row>({ row, index, columns, above, measure, onFocus }: LineProps<Row>) {
  return (
    <>
      {above > 0 && <Gap height={above} columns={columns.length} />}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above. */}
      <tr role="row" ref={measure} data-index={index} aria-rowindex={index + 2} onFocus={onFocus}>
        {columns.map((column, place) => (
          <td key={column.name} role="cell" className={lookOf(column, place)}>
            <span className={tableStyles.head} aria-hidden="true">
              {column.head}
            </span>
            <span className={tableStyles.cell}>{column.cell(row)}</span>
          </td>
        ))}
      </tr>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above. */}
    </>
  );
}

/** Room for the rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus.
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
