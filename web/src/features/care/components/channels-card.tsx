import {
  type ReportingChannel,
  useNameChannel,
  useRemoveChannel,
  useReportingChannels,
} from "features/care/api/reporting-channels";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

/** The official reporting channels of the house, by country, for administrators. */
export function ChannelsCard() {
  const say = useSay();
  const channels = useReportingChannels();
  return (
    <>
      <Card title={say("contacts.channels")}>
        <Answered query={channels}>
          {({ items }) => <Channels channels={items.filter(({ official }) => official)} />}
        </Answered>
      </Card>
      <Card title={say("contacts.name_channel")}>
        <NewChannel />
      </Card>
    </>
  );
}

function Channels({ channels }: { channels: ReportingChannel[] }) {
  const say = useSay();
  const intl = useIntl();
  const remove = useRemoveChannel();
  const called = (country: string) => intl.formatDisplayName(country, { type: "region" }) ?? country;
  if (channels.length === 0) return <p>{say("contacts.no_channel")}</p>;
  return (
    <>
      {channels.map(({ country, official }) => (
        <div key={country} className="row spread">
          <span>
            <strong>{called(country)}</strong> · <a href={official?.link}>{official?.name}</a>
          </span>
          <Button
            label={`${say("contacts.remove_channel")}: ${called(country)}`}
            busy={remove.isPending && remove.variables === country}
            onClick={() => remove.mutate(country)}
          >
            {say("contacts.remove_channel")}
          </Button>
        </div>
      ))}
      <Trouble of={remove.error} />
    </>
  );
}

function NewChannel() {
  const say = useSay();
  const keep = useNameChannel();
  const [typed, setTyped] = useState({ country: "", name: "", link: "" });
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    onChange: ((event: { currentTarget: HTMLInputElement }) =>
      setTyped({ ...typed, [key]: event.currentTarget.value })) as never,
  });
  return (
    <>
      <TextField
        label={say("contacts.country")}
        hint={say("contacts.country_hint")}
        maxLength={2}
        {...field("country")}
      />
      <TextField label={say("contacts.channel_name")} maxLength={120} {...field("name")} />
      <TextField label={say("contacts.channel_link")} maxLength={400} {...field("link")} />
      <Trouble of={keep.error} />
      <div>
        <Button
          kind="filled"
          busy={keep.isPending}
          disabled={typed.country.length !== 2 || !typed.name.trim() || !typed.link.trim()}
          onClick={() =>
            keep.mutate(
              { ...typed, country: typed.country.toUpperCase() },
              { onSuccess: () => setTyped({ country: "", name: "", link: "" }) },
            )
          }
        >
          {say("contacts.name_it")}
        </Button>
      </div>
    </>
  );
}
