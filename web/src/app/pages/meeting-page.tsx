import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useAttend } from "features/meeting/api/attendance";
import { useMeetingActs } from "features/meeting/api/change-meeting";
import type { Meeting, PairMeetings } from "features/meeting/api/list-meetings";
import { useMeetings } from "features/meeting/api/list-meetings";
import { type Notebook, useNotebook } from "features/meeting/api/notebook";
import { useMeeting, useNextMeeting } from "features/meeting/api/show-meeting";
import { Attendance, PartnersAttendance } from "features/meeting/components/attendance";
import { CancelMeeting } from "features/meeting/components/cancel-meeting";
import { Hours } from "features/meeting/components/hours";
import { MeetingDate } from "features/meeting/components/meeting-date";
import { useMyPairings } from "features/pairing/api/list-my-pairings";
import type { Pairing } from "features/pairing/api/show-pairing";
import { useNow } from "features/signin/api/now";
import { useTopics } from "features/topic/api/list-topics";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { lazy, Suspense } from "react";
import { useIntl } from "react-intl";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Sees } from "ui/sees/sees";
import { Loading } from "ui/state/states";

// What is laid out for it comes after when and where it is.
const NotebookCards = lazy(async () => ({
  default: (await import("features/meeting/components/notebook-cards")).NotebookCards,
}));

const ReadingLeft = lazy(async () => ({
  default: (await import("features/preparation/components/reading-left")).ReadingLeft,
}));

const isLive = ({ stage }: Pairing) => stage !== "finished" && stage !== "set_aside";
const isMeeting = ({ stage }: Pairing) => isLive({ stage } as Pairing) && stage !== "exploring";

/** One conversation: the one of the address, or whichever comes next. */
export function MeetingPage() {
  const { meeting_id } = useParams({ strict: false }) as { meeting_id?: string };
  const pairings = useMyPairings();
  return (
    <AnsweredPage query={pairings}>
      {({ items }) =>
        meeting_id ? (
          <MeetingOf key={meeting_id} id={meeting_id} pairings={items} />
        ) : (
          <NextMeeting pairings={items} />
        )
      }
    </AnsweredPage>
  );
}

function NextMeeting({ pairings }: { pairings: Pairing[] }) {
  const say = useSay();
  const next = useNextMeeting(pairings.filter(isMeeting).map(({ id }) => id));
  if (next === undefined) return <Loading />;
  if (next) return <MeetingOf key={next.id} id={next.id} pairings={pairings} />;
  return (
    <Page
      sentence={say("notebook.none")}
      below={say("notebook.none_below")}
      actions={<ButtonLink to="/pair">{say("notebook.pair")}</ButtonLink>}
    />
  );
}

function MeetingOf({ id, pairings }: { id: string; pairings: Pairing[] }) {
  const meeting = useMeeting(id);
  const notebook = useNotebook(id);
  return (
    <AnsweredPage query={meeting}>
      {(date) => (
        <AnsweredPage query={notebook}>
          {(written) => {
            const pairing = pairings.find((one) => one.id === date.pairing_id);
            return pairing ? (
              <Conversation meeting={date} notebook={written} pairing={pairing} />
            ) : (
              <Loading />
            );
          }}
        </AnsweredPage>
      )}
    </AnsweredPage>
  );
}

interface ConversationProps {
  meeting: Meeting;
  notebook: Notebook;
  pairing: Pairing;
}

function Conversation({ meeting, notebook, pairing }: ConversationProps) {
  const say = useSay();
  const dates = useDates();
  const language = useIntl().locale.split("-")[0] ?? "en";
  const topics = useTopics(language).data?.topics ?? [];
  const partner = pairing.partner.called_name ?? pairing.partner.name;
  const { number } = notebook;
  return (
    <Page
      above={meeting.time ? dates.moment(meeting.time.starts_at) : undefined}
      sentence={
        number === null
          ? say("notebook.activity", { activity: say(`activity.${notebook.activity}`), partner })
          : say(number === 1 ? "notebook.sentence_first" : "notebook.sentence", { number, partner })
      }
      title={say("notebook.tab", { partner })}
      actions={
        <ButtonLink kind="bare" to="/pair/$pairing_id" params={{ pairing_id: pairing.id }}>
          {say("notebook.pair")}
        </ButtonLink>
      }
    >
      {meeting.is_pencilled_in && (
        <Suspense>
          <ReadingLeft programmeId={pairing.programme_id} side={notebook.side} />
        </Suspense>
      )}
      <DateCard meeting={meeting} side={notebook.side} partner={partner} />
      <Suspense fallback={<Loading />}>
        <NotebookCards notebook={notebook} meeting={meeting} partner={partner} topics={topics} />
      </Suspense>
    </Page>
  );
}

function DateCard({
  meeting,
  side,
  partner,
}: {
  meeting: Meeting;
  side: PairMeetings["side"];
  partner: string;
}) {
  const say = useSay();
  const acts = useMeetingActs(meeting.id);
  const today = useNow()?.slice(0, 10);
  const meetings = useMeetings(meeting.pairing_id).data;
  const attend = useAttend(meeting.id);
  return (
    <Card title={say("notebook.date")} beside={<Sees>{say("meeting.sees_dates")}</Sees>}>
      {meeting.state === "held" || meeting.state === "cancelled" ? (
        <p>{say(meeting.state === "held" ? "notebook.was_held" : "notebook.was_cancelled")}</p>
      ) : (
        <MeetingDate
          meeting={meeting}
          acts={acts}
          partner={partner}
          slotsOf={{ pairingId: meeting.pairing_id }}
          fromOn={today}
        >
          <CancelMeeting meeting={meeting} side={side} partner={partner} />
        </MeetingDate>
      )}
      {meeting.state === "set" && (
        <>
          <PartnersAttendance
            partner={partner}
            answer={meeting.attendances.find((one) => one.side !== side)?.answer}
          />
          <Attendance
            attend={attend}
            sequence={meeting.sequence}
            own={meeting.attendances.find((one) => one.side === side)?.answer}
          />
        </>
      )}
      {meetings && <Hours meetings={meetings} />}
    </Card>
  );
}
