import { type ContactRoom, useContactRoom, useSetContactRoom } from "features/care/api/contact-room";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { DayField, SelectField } from "ui/form/fields";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

/** Whether a contact is there, how long they keep what is sent to them, and the figures they may tell. */
export function RoomSettingsCard() {
  const say = useSay();
  const room = useContactRoom();
  return (
    <Answered query={room}>
      {(shown) => (
        <>
          <Card title={say("concern.are_you_there")} beside={<Sees>{say("concern.away_seen")}</Sees>}>
            <Away key={shown.away_until_on} room={shown} />
          </Card>
          <Card title={say("concern.how_long")} beside={<Sees>{say("concern.away_seen")}</Sees>}>
            <Keeping key={shown.kept_months} room={shown} />
          </Card>
          <Card title={say("concern.counts")} beside={<Sees>{say("sees.only_you")}</Sees>}>
            <Counts room={shown} />
          </Card>
        </>
      )}
    </Answered>
  );
}

function Away({ room }: { room: ContactRoom }) {
  const say = useSay();
  const dates = useDates();
  const set = useSetContactRoom();
  const [day, setDay] = useState("");
  const save = (until: string | null) => set.mutate({ away_until_on: until, kept_months: room.kept_months });
  return (
    <>
      <p>{say("concern.away_means")}</p>
      {room.away_until_on ? (
        <div className="row">
          <span>{say("concern.you_are_away", { day: dates.day(room.away_until_on) })}</span>
          <Button busy={set.isPending} onClick={() => save(null)}>
            {say("concern.back")}
          </Button>
        </div>
      ) : (
        <div className="row">
          <DayField
            label={say("concern.away_until")}
            value={day}
            onChange={
              ((event: { currentTarget: HTMLInputElement }) => setDay(event.currentTarget.value)) as never
            }
          />
          <Button busy={set.isPending} disabled={!day} onClick={() => save(day)}>
            {say("concern.say_away")}
          </Button>
        </div>
      )}
      <Trouble of={set.error} />
    </>
  );
}

const choices = [3, 6, 12, 18, 24];

function Keeping({ room }: { room: ContactRoom }) {
  const say = useSay();
  const set = useSetContactRoom();
  const [months, setMonths] = useState(room.kept_months);
  const offered = [...new Set([...choices, room.kept_months])].toSorted((one, other) => one - other);
  return (
    <>
      <p>{say("concern.how_long_means")}</p>
      <div className="row">
        <SelectField
          label={say("concern.kept_for")}
          value={String(months)}
          options={offered.map((one) => ({
            value: String(one),
            label: say("concern.months", { months: one }),
          }))}
          onChange={
            ((event: { currentTarget: HTMLSelectElement }) =>
              setMonths(Number(event.currentTarget.value))) as never
          }
        />
        <Button
          busy={set.isPending}
          disabled={months === room.kept_months}
          onClick={() => set.mutate({ away_until_on: room.away_until_on, kept_months: months })}
        >
          {say("concern.keep_note")}
        </Button>
      </div>
      <Trouble of={set.error} />
    </>
  );
}

function Counts({ room }: { room: ContactRoom }) {
  const say = useSay();
  return (
    <>
      {room.counts.map(({ programme, people }) => (
        <p key={programme.name}>
          {people === null
            ? say("concern.count_few", { programme: programme.name })
            : say("concern.count", { programme: programme.name, people })}
        </p>
      ))}
      <p className="quiet">{say("concern.counts_mean")}</p>
    </>
  );
}
