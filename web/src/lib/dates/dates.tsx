import { useMemo } from "react";
import { useIntl } from "react-intl";

/** Days and instants as the reader says them, in their language and time zone. Days are ISO texts, instants RFC 3339. */
export function useDates() {
  const intl = useIntl();
  return useMemo(() => {
    // A day belongs to no zone: it is read and shown in UTC so that it never slips to its neighbour.
    const day = (iso: string, options: Intl.DateTimeFormatOptions) =>
      intl.formatDate(new Date(`${iso}T00:00:00Z`), { ...options, timeZone: "UTC" });
    return {
      /** "12 March 2026" */
      day: (iso: string) => day(iso, { day: "numeric", month: "long", year: "numeric" }),
      /** "Thursday 12 March" */
      weekday: (iso: string) => day(iso, { weekday: "long", day: "numeric", month: "long" }),
      /** "12 March 2026, 15:00" */
      moment: (instant: string) =>
        intl.formatDate(new Date(instant), { dateStyle: "long", timeStyle: "short" }),
      /** "Thursday 12 March" of the reader's own zone */
      dayOf: (instant: string) =>
        intl.formatDate(new Date(instant), { weekday: "long", day: "numeric", month: "long" }),
      /** "15:00" */
      time: (instant: string) => intl.formatTime(new Date(instant), { hour: "2-digit", minute: "2-digit" }),
    };
  }, [intl]);
}
