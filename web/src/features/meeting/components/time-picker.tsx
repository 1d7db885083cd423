import { type Slots, type SlotsOf, useSlots } from "features/meeting/api/list-slots";
import { FreeBusy } from "features/meeting/components/free-busy";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { TextField } from "ui/form/fields";
import styles from "ui/form/form.module.css";
import { TickField } from "ui/form/tick-field";

/** What the clock on a wall will say, and where that clock hangs. */
export interface WantedTime {
  starts_local: string;
  time_zone: string;
}

const mostTimes = 3;

interface TimePickerProps {
  /** Where times that fit both are found; without it they are typed. */
  slotsOf?: SlotsOf;
  /** From this day on; without it, from when the next conversation is due. */
  fromOn?: string;
  partner: string;
  /** Whose dates these are, for whoever keeps them. */
  person?: string;
  timeZone: string;
  times: WantedTime[];
  onChange: (times: WantedTime[]) => void;
}

/** Up to three times: ticked among those that fit both, or typed. */
export function TimePicker({ slotsOf, fromOn, partner, person, timeZone, times, onChange }: TimePickerProps) {
  const say = useSay();
  return (
    <fieldset className={styles.group}>
      <legend>{say("meeting.up_to_three")}</legend>
      {slotsOf && (
        <FittingTimes
          slotsOf={slotsOf}
          fromOn={fromOn}
          partner={partner}
          person={person}
          times={times}
          onChange={onChange}
        />
      )}
      <TypedTimes timeZone={timeZone} times={times} onChange={onChange} />
    </fieldset>
  );
}

function FittingTimes({
  slotsOf,
  fromOn,
  partner,
  person,
  times,
  onChange,
}: Omit<TimePickerProps, "timeZone"> & { slotsOf: SlotsOf }) {
  const say = useSay();
  const dates = useDates();
  const found = useSlots(slotsOf, fromOn).data;
  const [left, setLeft] = useState<Slots>();
  const slots = left ?? found;
  if (!slots) return null;
  const calendar = slots.takes_free_busy && !left && (
    <FreeBusy slotsOf={slotsOf} fromOn={fromOn} onFound={setLeft} />
  );
  if (slots.items.length === 0)
    return (
      <>
        <p className="quiet">{say("meeting.nothing_fits", { partner })}</p>
        <ClosedDays slots={slots} partner={partner} person={person} />
        {calendar}
      </>
    );
  const isTicked = (local: string) => times.some(({ starts_local }) => starts_local === local);
  return (
    <>
      <p className="quiet">
        {person ? say("meeting.fits_two", { person, partner }) : say("meeting.fits_both", { partner })}
        {left && ` ${say("meeting.free_busy_left")}`}
      </p>
      <div className={styles.options}>
        {slots.items.map((slot) => (
          <TickField
            key={slot.starts_at}
            label={`${dates.dayOf(slot.starts_at)}, ${dates.time(slot.starts_at)}`}
            hint={
              slot.starts_local === slot.partners_local
                ? undefined
                : say("meeting.on_partners_clock", { partner, time: slot.partners_local.slice(11) })
            }
            checked={isTicked(slot.starts_local)}
            disabled={times.length >= mostTimes && !isTicked(slot.starts_local)}
            onChange={() =>
              onChange(
                isTicked(slot.starts_local)
                  ? times.filter(({ starts_local }) => starts_local !== slot.starts_local)
                  : [...times, { starts_local: slot.starts_local, time_zone: slots.time_zone }],
              )
            }
          />
        ))}
      </div>
      <ClosedDays slots={slots} partner={partner} person={person} />
      {calendar}
    </>
  );
}

/** Why there is no time on days that would have been usual: somebody's site is closed. */
function ClosedDays({ slots, partner, person }: { slots: Slots; partner: string; person?: string }) {
  const say = useSay();
  const dates = useDates();
  if (slots.closed_days.length === 0) return null;
  const whose = ({ is_yours, is_partners }: Slots["closed_days"][number]) => {
    if (is_yours && is_partners) return say("meeting.closed_both");
    if (is_partners) return say("meeting.closed_partner", { partner });
    return person ? say("meeting.closed_partner", { partner: person }) : say("meeting.closed_you");
  };
  return (
    <div className="quiet">
      <p>{say("meeting.closed_days")}</p>
      <ul>
        {slots.closed_days.map((closed) => (
          <li key={closed.day}>
            {[dates.weekday(closed.day), closed.name, whose(closed)].filter(Boolean).join(" · ")}
          </li>
        ))}
      </ul>
    </div>
  );
}

// What is typed has its own zone, so that ticking and typing do not mix up.
function TypedTimes({ timeZone, times, onChange }: Pick<TimePickerProps, "timeZone" | "times" | "onChange">) {
  const say = useSay();
  const typed = times.filter((time) => "typed" in time);
  const others = times.filter((time) => !("typed" in time));
  const write = (position: number, starts_local: string) =>
    onChange([...others, ...typed.map((time, at) => (at === position ? { ...time, starts_local } : time))]);
  return (
    <div className="stack">
      {typed.map((time, position) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a typed time has no other name than its place
          key={position}
          type="datetime-local"
          label={say("meeting.time_number", { number: others.length + position + 1 })}
          hint={say("pairing.when_hint", { zone: time.time_zone })}
          value={time.starts_local}
          onChange={(event: { currentTarget: { value: string } }) =>
            write(position, event.currentTarget.value)
          }
        />
      ))}
      {times.length < mostTimes && (
        <div className="row">
          <Button kind="bare" onClick={() => onChange([...times, newTyped(timeZone)])}>
            {say("meeting.type_a_time")}
          </Button>
        </div>
      )}
    </div>
  );
}

const newTyped = (time_zone: string) => ({ starts_local: "", time_zone, typed: true });

/** As the server wants them, without what nobody filled in. */
export const filledIn = (times: WantedTime[]): WantedTime[] =>
  times
    .filter(({ starts_local }) => starts_local)
    .map(({ starts_local, time_zone }) => ({ starts_local, time_zone }));
