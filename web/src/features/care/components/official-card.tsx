import { type ReportingChannel, useReportingChannels } from "features/care/api/reporting-channels";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";

/** This is not the official reporting channel; that is here. */
export function OfficialCard() {
  const say = useSay();
  const channels = useReportingChannels();
  return (
    <Card title={say("concern.not_official")}>
      <Answered query={channels}>
        {({ items }) => (
          <>
            <p>
              {items.some(({ official }) => official)
                ? say("concern.official_here")
                : say("concern.official_not_named")}
            </p>
            {items
              .toSorted((one, other) => Number(other.official !== null) - Number(one.official !== null))
              .map((one) => (
                <CountryOf key={one.country} channel={one} />
              ))}
          </>
        )}
      </Answered>
    </Card>
  );
}

function CountryOf({ channel }: { channel: ReportingChannel }) {
  const intl = useIntl();
  return (
    <details open={channel.official !== null}>
      <summary>{intl.formatDisplayName(channel.country, { type: "region" }) ?? channel.country}</summary>
      <ul>
        {channel.official && (
          <li>
            <a href={channel.official.link} rel="noreferrer">
              {channel.official.name}
            </a>
          </li>
        )}
        {channel.help_lines.map((line) => (
          <li key={line.name}>
            <a href={line.link} rel="noreferrer">
              {line.name}
            </a>
            {": "}
            <a href={`tel:${line.phone.replaceAll(" ", "")}`}>{line.phone}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
