import type { Thresholds } from "features/care/api/thresholds";
import { useSay } from "lib/i18n/say";

export const signs = ["not_booked", "not_met", "gap", "changed", "no_next_date", "unanswered"] as const;

/** From when on something is a sign: what a programme has set, as whoever takes part reads it. */
export function ThresholdsInWords({ thresholds }: { thresholds: Thresholds }) {
  const say = useSay();
  return (
    <ul>
      {signs.map((sign) => (
        <li key={sign}>
          {say(`care.sign_${sign}`)}: {say(`care.figures_${sign}`, { ...thresholds[sign] })}
        </li>
      ))}
    </ul>
  );
}
