import type { Exchange } from "features/topic/api/exchange";
import styles from "features/topic/components/usual-times.module.css";
import { useSay } from "lib/i18n/say";

type UsualTime = Exchange["profile"]["usual_times"][number];

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const parts = [
  { name: "early", from: 420, until: 540 },
  { name: "morning", from: 540, until: 720 },
  { name: "noon", from: 720, until: 840 },
  { name: "afternoon", from: 840, until: 1020 },
  { name: "evening", from: 1020, until: 1200 },
] as const;

interface UsualTimesProps {
  times: UsualTime[];
  onChange: (times: UsualTime[]) => void;
}

/** When one can usually meet: parts of the days of one's own week. */
export function UsualTimes({ times, onChange }: UsualTimesProps) {
  const say = useSay();
  const isOn = (weekday: UsualTime["weekday"], part: (typeof parts)[number]) =>
    times.some(
      (one) => one.weekday === weekday && one.from_minute <= part.from && one.until_minute >= part.until,
    );
  const toggle = (weekday: UsualTime["weekday"], part: (typeof parts)[number]) =>
    onChange(
      days.flatMap((day) =>
        parts
          .filter((one) => (day === weekday && one === part ? !isOn(day, one) : isOn(day, one)))
          .map((one) => ({ weekday: day, from_minute: one.from, until_minute: one.until })),
      ),
    );

  return (
    <section className={styles.scroll} aria-label={say("times.title")}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {parts.map((part) => (
              <th key={part.name} scope="col">
                {say(`times.${part.name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{say(`times.${day}`)}</th>
              {parts.map((part) => (
                <td key={part.name}>
                  <input
                    type="checkbox"
                    className={styles.box}
                    aria-label={`${say(`times.${day}`)}, ${say(`times.${part.name}`)}`}
                    checked={isOn(day, part)}
                    onChange={() => toggle(day, part)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
