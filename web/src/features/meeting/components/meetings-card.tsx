import { Link } from "@tanstack/react-router";
import { useMeetingActs } from "features/meeting/api/change-meeting";
import { type Meeting, type PairMeetings, useMeetings } from "features/meeting/api/list-meetings";
import { PartnersAttendance } from "features/meeting/components/attendance";
import { CancelMeeting } from "features/meeting/components/cancel-meeting";
import { FurtherDates } from "features/meeting/components/further-dates";
import { Hours } from "features/meeting/components/hours";
import { MeetingDate } from "features/meeting/components/meeting-date";
import { MeetingsBehind } from "features/meeting/components/meetings-behind";
import { ProposeMeeting } from "features/meeting/components/propose-meeting";
import { apart, ProposedSeries } from "features/meeting/components/proposed-series";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";

interface MeetingsCardProps {
  pairingId: string;
  partner: string;
  /** The day it is in the house. */
  today: string | undefined;
  /** A date is the next step of these two. */
  isNext: boolean;
}

/** The next date and whatever waits for somebody; dates further ahead are folded away. */
const isBeforeTheFold = ({ state }: Meeting, at: number) => at === 0 || state !== "set";

const isOpen = ({ state }: Meeting) => state === "proposed" || state === "set";

/** The conversations of a pair: what is next, times to choose, what was held. */
export function MeetingsCard({ pairingId, partner, today, isNext }: MeetingsCardProps) {
  const say = useSay();
  const meetings = useMeetings(pairingId);
  return (
    <Card title={say("meeting.title")} beside={<Sees>{say("meeting.sees_dates")}</Sees>}>
      <Answered query={meetings}>
        {(answered) => (
          <Conversations
            pairingId={pairingId}
            partner={partner}
            today={today}
            isNext={isNext}
            meetings={answered}
          />
        )}
      </Answered>
    </Card>
  );
}

function Conversations({
  pairingId,
  partner,
  today,
  isNext,
  meetings,
}: MeetingsCardProps & { meetings: PairMeetings }) {
  const say = useSay();
  const [proposing, setProposing] = useState(false);
  const open = meetings.items.filter(isOpen);
  const isFirst = open.length === 0;
  const { alone, series } = apart(open);
  const one = (meeting: Meeting) => (
    <OpenMeeting
      key={meeting.id}
      meeting={meeting}
      side={meetings.side}
      pairingId={pairingId}
      partner={partner}
      today={today}
    />
  );
  return (
    <div className="stack">
      <Hours meetings={meetings} />
      {series.map((dates) => (
        <ProposedSeries key={dates[0]?.series_id} meetings={dates} partner={partner}>
          {dates.map(one)}
        </ProposedSeries>
      ))}
      {alone.filter(isBeforeTheFold).map(one)}
      <FurtherDates meetings={alone.filter((meeting, at) => !isBeforeTheFold(meeting, at))}>
        {one}
      </FurtherDates>
      {meetings.may_propose && !proposing && (
        <div className="row">
          <Button kind={isFirst && isNext ? "filled" : "plain"} onClick={() => setProposing(true)}>
            {say(isFirst ? "meeting.propose" : "meeting.propose_another")}
          </Button>
        </div>
      )}
      {meetings.may_propose && proposing && (
        <ProposeMeeting
          pairingId={pairingId}
          partner={partner}
          channel={meetings.usual_channel}
          onDone={() => setProposing(false)}
        />
      )}
      <MeetingsBehind
        meetings={meetings.items.filter((one) => !isOpen(one))}
        side={meetings.side}
        partner={partner}
      />
    </div>
  );
}

function OpenMeeting({
  meeting,
  side,
  pairingId,
  partner,
  today,
}: Omit<MeetingsCardProps, "isNext"> & { meeting: Meeting; side: PairMeetings["side"] }) {
  const say = useSay();
  const acts = useMeetingActs(meeting.id);
  return (
    <>
      <MeetingDate meeting={meeting} acts={acts} partner={partner} slotsOf={{ pairingId }} fromOn={today}>
        <CancelMeeting meeting={meeting} side={side} partner={partner} />
        <Link to="/meeting/$meeting_id" params={{ meeting_id: meeting.id }}>
          {say("meeting.open_page")}
        </Link>
      </MeetingDate>
      <PartnersAttendance
        partner={partner}
        answer={meeting.attendances.find((one) => one.side !== side)?.answer}
      />
    </>
  );
}
