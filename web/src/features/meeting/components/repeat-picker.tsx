import type { Occurrences } from "features/meeting/api/series";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { SelectField } from "ui/form/fields";
import styles from "ui/form/form.module.css";
import { TickField } from "ui/form/tick-field";

const counts = [1, 2, 3, 4, 6, 12];

interface RepeatPickerProps {
  count: number;
  onCount: (count: number) => void;
  occurrences: Occurrences["items"];
  /** The local times of those that are left out. */
  without: string[];
  onWithout: (without: string[]) => void;
}

/** The same hour again, as often as the two agreed: how many, and which of them. */
export function RepeatPicker({ count, onCount, occurrences, without, onWithout }: RepeatPickerProps) {
  const say = useSay();
  const dates = useDates();
  const hint = ({ fits, is_moved }: Occurrences["items"][number]) => {
    if (!fits) return say("meeting.nothing_near");
    return is_moved ? say("meeting.another_hour") : undefined;
  };
  return (
    <>
      <SelectField
        label={say("meeting.repeat")}
        hint={say("meeting.repeat_hint")}
        value={String(count)}
        onChange={(event: { currentTarget: { value: string } }) => onCount(Number(event.currentTarget.value))}
        options={counts.map((each) => ({
          value: String(each),
          label: say("meeting.repeat_count", { count: each }),
        }))}
      />
      <div className={styles.options}>
        {occurrences.map((one) => (
          <TickField
            key={one.starts_at}
            label={`${dates.dayOf(one.starts_at)}, ${dates.time(one.starts_at)}`}
            hint={hint(one)}
            checked={!without.includes(one.starts_local)}
            onChange={() =>
              onWithout(
                without.includes(one.starts_local)
                  ? without.filter((each) => each !== one.starts_local)
                  : [...without, one.starts_local],
              )
            }
          />
        ))}
      </div>
    </>
  );
}
