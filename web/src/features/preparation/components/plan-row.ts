import type { Plan } from "features/preparation/api/preparation";

/** A module in the list of whoever coordinates; it is known by its key, a new one by a name of this page alone. */
export type Row = Plan["modules"][number] & { isNew?: boolean };

export const freshRow = (): Row => ({
  key: crypto.randomUUID(),
  isNew: true,
  is_own: true,
  is_core: false,
  is_in_every_plan: false,
  reader: "both",
  title: "",
  text: "",
  minutes: 0,
});

/** As it is sent. */
export const wanted = ({ key, isNew, is_own, is_core, reader, title, text }: Row) => ({
  ...(isNew ? {} : { key }),
  is_core,
  ...(is_own ? { reader, title, text: text ?? "" } : {}),
});

const isReadWith = (one: Row | undefined, other: Row) =>
  one !== undefined && (one.reader === other.reader || one.reader === "both" || other.reader === "both");

/** Where a row goes that is moved up by one for those who read it; -1 when nothing of theirs stands before it. */
export const placeBefore = (rows: Row[], at: number) =>
  rows.findLastIndex((row, place) => place < at && isReadWith(rows[at], row));

export const placeAfter = (rows: Row[], at: number) =>
  rows.findIndex((row, place) => place > at && isReadWith(rows[at], row));
