import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import {
  type KeptDates,
  type KeptMeeting,
  useKeptActs,
  useKeptDates,
  useProposeKept,
} from "features/meeting/api/kept-dates";
import { MeetingDate } from "features/meeting/components/meeting-date";
import { ProposeOne } from "features/meeting/components/propose-one";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** The dates that one keeps for somebody: with whom, when, where, and nothing else. */
export function KeptDatesPage() {
  const say = useSay();
  const { delegation_id: id } = useParams({ strict: false }) as { delegation_id: string };
  const dates = useKeptDates(id);
  return (
    <AnsweredPage query={dates}>
      {(kept) => (
        <Page
          sentence={say("kept_dates.sentence", { person: kept.person, count: kept.items.length })}
          title={say("kept.title", { person: kept.person })}
          below={say("kept_dates.nothing_else")}
          width="narrow"
        >
          {kept.partners.map((partner) => (
            <WithPartner key={partner.pairing_id} id={id} kept={kept} partner={partner} />
          ))}
        </Page>
      )}
    </AnsweredPage>
  );
}

interface WithPartnerProps {
  id: string;
  kept: KeptDates;
  partner: KeptDates["partners"][number];
}

function WithPartner({ id, kept, partner }: WithPartnerProps) {
  const say = useSay();
  const [proposing, setProposing] = useState(false);
  const propose = useProposeKept(id, partner.pairing_id);
  const meetings = kept.items.filter(({ pairing_id }) => pairing_id === partner.pairing_id);
  return (
    <Card title={say("kept_dates.with", { person: kept.person, partner: partner.name })}>
      <div className="stack">
        {meetings.map((meeting) => (
          <KeptDate key={meeting.id} id={id} meeting={meeting} />
        ))}
        {proposing ? (
          <ProposeOne
            slotsOf={{ pairingId: partner.pairing_id, delegationId: id }}
            partner={partner.name}
            person={kept.person}
            channel="in_person"
            request={propose}
            onDone={() => setProposing(false)}
          />
        ) : (
          <div className="row">
            <Button kind={meetings.length === 0 ? "filled" : "plain"} onClick={() => setProposing(true)}>
              {say(meetings.length === 0 ? "meeting.propose" : "meeting.propose_another")}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function KeptDate({ id, meeting }: { id: string; meeting: KeptMeeting }) {
  const acts = useKeptActs(id, meeting.id);
  return (
    <MeetingDate
      meeting={meeting}
      acts={acts}
      partner={meeting.partner}
      slotsOf={{ pairingId: meeting.pairing_id, delegationId: id }}
    />
  );
}
