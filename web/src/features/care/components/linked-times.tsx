import { type LinkedNudge, useLinkedProposal } from "features/care/api/linked-nudge";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import styles from "ui/form/form.module.css";
import { TickField } from "ui/form/tick-field";
import { Trouble } from "ui/state/trouble";

interface LinkedTimesProps {
  nudge: LinkedNudge;
  token: string;
}

/** Times that fit both, to propose those that suit; all of them to begin with. */
export function LinkedTimes({ nudge, token }: LinkedTimesProps) {
  const say = useSay();
  const dates = useDates();
  const propose = useLinkedProposal(token);
  const [left, setLeft] = useState<string[]>([]);
  const times = nudge.slots.filter(({ starts_at }) => !left.includes(starts_at));
  if (nudge.has_dates) return <p>{say("care.link_has_dates", { partner: nudge.partner })}</p>;
  if (nudge.slots.length === 0) return <p>{say("care.link_nothing_fits")}</p>;
  return (
    <div className="stack">
      <fieldset className={styles.group}>
        <legend>{say("care.link_times")}</legend>
        <div className={styles.options}>
          {nudge.slots.map(({ starts_at }) => (
            <TickField
              key={starts_at}
              label={`${dates.dayOf(starts_at)}, ${dates.time(starts_at)}`}
              checked={!left.includes(starts_at)}
              onChange={() =>
                setLeft(
                  left.includes(starts_at) ? left.filter((one) => one !== starts_at) : [...left, starts_at],
                )
              }
            />
          ))}
        </div>
      </fieldset>
      <div className="row">
        <Button
          kind="filled"
          busy={propose.isPending}
          disabled={times.length === 0}
          onClick={() =>
            propose.mutate({
              times: times.map(({ starts_local }) => ({ starts_local, time_zone: nudge.time_zone })),
            })
          }
        >
          {say("care.propose", { count: Math.max(times.length, 1) })}
        </Button>
      </div>
      <Trouble of={propose.error} />
    </div>
  );
}
