import { ChannelsCard } from "features/care/components/channels-card";
import { NameOpeningsSection } from "features/care/components/name-openings-section";
import { OfficialCard } from "features/care/components/official-card";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** The official reporting channels of the house: named here, shown wherever somebody may say that something is wrong. */
export function ReportingChannelsPage() {
  const say = useSay();
  return (
    <Page
      sentence={say("contacts.channels_sentence")}
      title={say("nav.reporting_channels")}
      below={say("contacts.channels_below")}
    >
      <NameOpeningsSection />
      <ChannelsCard />
      <OfficialCard />
    </Page>
  );
}
