import {
  type Holiday,
  type Holidays,
  useHolidays,
  useReadHolidays,
  useSaveHolidays,
} from "features/meeting/api/holidays";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { DayField, LongTextField, SelectField, TextField } from "ui/form/fields";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";
import { UploadTrouble } from "ui/state/upload-trouble";

type Change = (items: Holiday[]) => void;

/** The days of one site, or of the whole house: read from a calendar or typed, looked over, then saved. */
export function HolidaysCard({ sites }: { sites: string[] }) {
  const say = useSay();
  const [chosen, setChosen] = useState("");
  const site = chosen || undefined;
  const holidays = useHolidays(site);
  return (
    <Card title={say("holidays.days")}>
      <SelectField
        label={say("holidays.where")}
        options={[
          { value: "", label: say("holidays.everywhere") },
          ...sites.map((name) => ({ value: name, label: name })),
        ]}
        value={chosen}
        onChange={
          ((event: { currentTarget: { value: string } }) => setChosen(event.currentTarget.value)) as never
        }
      />
      <Answered query={holidays}>
        {(answered) => <DaysOf key={chosen} site={site} saved={answered} />}
      </Answered>
    </Card>
  );
}

function DaysOf({ site, saved }: { site: string | undefined; saved: Holidays }) {
  const say = useSay();
  const [changed, setChanged] = useState<Holiday[]>();
  const save = useSaveHolidays(site);
  const items = changed ?? saved.items;
  return (
    <div className="stack">
      {items.length === 0 ? (
        <p className="quiet">{say("holidays.none")}</p>
      ) : (
        <DayList items={items} onChange={setChanged} />
      )}
      <NewDay items={items} onChange={setChanged} />
      <FromCalendar items={items} onChange={setChanged} />
      <Trouble of={save.error} />
      <div className="row">
        <Button
          kind="filled"
          busy={save.isPending}
          disabled={!changed}
          onClick={() => save.mutate(items, { onSuccess: () => setChanged(undefined) })}
        >
          {say("holidays.save")}
        </Button>
        {changed && <span className="quiet">{say("holidays.not_saved")}</span>}
        {!changed && save.isSuccess && <span className="quiet">{say("holidays.saved")}</span>}
      </div>
    </div>
  );
}

function DayList({ items, onChange }: { items: Holiday[]; onChange: Change }) {
  const say = useSay();
  const dates = useDates();
  return (
    <ul>
      {items.map(({ day, name }) => (
        <li key={day} className="row spread">
          <span>
            {dates.day(day)}
            {name && ` · ${name}`}
          </span>
          <Button
            kind="bare"
            label={say("holidays.remove_day", { day: dates.day(day) })}
            onClick={() => onChange(items.filter((one) => one.day !== day))}
          >
            {say("holidays.remove")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** In their order; a day that is there already keeps its name. */
const together = (items: Holiday[], more: Holiday[]) =>
  [...items, ...more.filter(({ day }) => !items.some((one) => one.day === day))].sort((one, other) =>
    one.day.localeCompare(other.day),
  );

function NewDay({ items, onChange }: { items: Holiday[]; onChange: Change }) {
  const say = useSay();
  const [day, setDay] = useState("");
  const [name, setName] = useState("");
  const add = () => {
    onChange(together(items, [{ day, name: name.trim() }]));
    setDay("");
    setName("");
  };
  return (
    <div className="columns even">
      <DayField
        label={say("holidays.day")}
        value={day}
        onChange={
          ((event: { currentTarget: { value: string } }) => setDay(event.currentTarget.value)) as never
        }
      />
      <TextField
        label={say("holidays.name")}
        maxLength={100}
        value={name}
        onChange={
          ((event: { currentTarget: { value: string } }) => setName(event.currentTarget.value)) as never
        }
      />
      <div>
        <Button disabled={!day} onClick={add}>
          {say("holidays.add")}
        </Button>
      </div>
    </div>
  );
}

function FromCalendar({ items, onChange }: { items: Holiday[]; onChange: Change }) {
  const say = useSay();
  const read = useReadHolidays();
  const [pasted, setPasted] = useState("");
  const take = (calendar: File | string) =>
    read.mutate(calendar, {
      onSuccess: ({ items: found }) => {
        onChange(together(items, found));
        setPasted("");
      },
    });
  return (
    <details>
      <summary>{say("holidays.from_calendar")}</summary>
      <div className="stack">
        <p className="quiet">{say("holidays.from_calendar_what")}</p>
        <label>
          {say("holidays.file")}{" "}
          <input
            type="file"
            accept=".ics,text/calendar"
            onChange={({ currentTarget: { files } }) => files?.[0] && take(files[0])}
          />
        </label>
        <LongTextField
          label={say("holidays.paste")}
          value={pasted}
          onChange={
            ((event: { currentTarget: { value: string } }) => setPasted(event.currentTarget.value)) as never
          }
        />
        <div>
          <Button busy={read.isPending} disabled={!pasted.trim()} onClick={() => take(pasted)}>
            {say("holidays.read")}
          </Button>
        </div>
        {read.data && <p>{say("holidays.found", { count: read.data.items.length })}</p>}
        <UploadTrouble error={read.error} />
      </div>
    </details>
  );
}
