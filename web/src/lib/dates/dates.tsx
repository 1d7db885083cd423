import { useMemo } from "react";
import { useIntl } from "react-intl";

/** Days and instants as the reader says them, in their language and time zone. Days are ISO texts, instants RFC 3339. */
export function useDates() {
  const intl = useIntl();
  return useMemo(() => {
    // A day belongs to no zone: it is read and shown in UTC so that it never slips to its neighbour.
    const day = (iso: string, options: Intl.DateTimeFormatOptions) =>
      intl.formatDate(new Date(`${iso}T00:00:00Z`), { ...options, timeZone: "UTC" });
    const dayOf = (instant: Date) =>
      intl.formatDate(instant, { weekday: "long", day: "numeric", month: "long" });
    const moment = (instant: Date) => intl.formatDate(instant, { dateStyle: "long", timeStyle: "short" });
    // The hour on the reader's clock, whatever their language.
    const hourOf = (instant: Date) =>
      Number(
        new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone: intl.timeZone }).format(
          instant,
        ),
      );
    return {
      /** "12 March 2026" */
      day: (iso: string) => day(iso, { day: "numeric", month: "long", year: "numeric" }),
      /** "Thursday 12 March" */
      weekday: (iso: string) => day(iso, { weekday: "long", day: "numeric", month: "long" }),
      /** "12 March 2026, 15:00" */
      moment: (instant: string) => moment(new Date(instant)),
      /** "Thursday 12 March" of the reader's own zone */
      dayOf: (instant: string) => dayOf(new Date(instant)),
      /** Until when: what ends in the night is said by the day before, "Thursday 12 March". */
      until: (instant: string) => {
        const end = new Date(instant);
        const hour = hourOf(end);
        return hour < 6 ? dayOf(new Date(end.getTime() - (hour + 1) * 3_600_000)) : moment(end);
      },
      /** "15:00" */
      time: (instant: string) => intl.formatTime(new Date(instant), { hour: "2-digit", minute: "2-digit" }),
    };
  }, [intl]);
}
