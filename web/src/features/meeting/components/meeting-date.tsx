import type { MeetingActs } from "features/meeting/api/change-meeting";
import type { LinkedMeeting } from "features/meeting/api/linked-meeting";
import type { Meeting } from "features/meeting/api/list-meetings";
import type { SlotsOf } from "features/meeting/api/list-slots";
import { ChooseTime } from "features/meeting/components/choose-time";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "ui/button/button";
import { Loading } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

// Most come to see when and where; the forms come when they are opened.
const ProposeTimes = lazy(async () => ({
  default: (await import("features/meeting/components/propose-times")).ProposeTimes,
}));
const WhereForm = lazy(async () => ({
  default: (await import("features/meeting/components/where-form")).WhereForm,
}));

interface MeetingDateProps {
  meeting: Meeting | LinkedMeeting;
  acts: MeetingActs;
  partner: string;
  /** Where times that fit both are found; without it they are typed. */
  slotsOf?: SlotsOf;
  /** The day from which other times are looked for. */
  fromOn?: string;
  /** Other ways out of it. */
  children?: ReactNode;
}

type Open = "times" | "where" | undefined;

/** One conversation that is ahead: its date or the times to choose from, and what can be done about it. */
export function MeetingDate({ meeting, acts, partner, slotsOf, fromOn, children }: MeetingDateProps) {
  const say = useSay();
  const [open, setOpen] = useState<Open>();
  const may = (action: Meeting["allowed_actions"][number]) => meeting.allowed_actions.includes(action);
  const close = () => setOpen(undefined);

  return (
    <section className="stack">
      <Stands meeting={meeting} partner={partner} />
      {may("choose") && <ChooseTime meeting={meeting} choose={acts.choose} />}
      <Suspense fallback={<Loading />}>
        {open === "times" && (
          <ProposeTimes
            meeting={meeting}
            propose={acts.propose}
            partner={partner}
            slotsOf={slotsOf}
            fromOn={fromOn}
            onDone={close}
          />
        )}
        {open === "where" && <WhereForm meeting={meeting} place={acts.place} onDone={close} />}
      </Suspense>
      {!open && (
        <div className="row">
          {may("hold") && (
            <Button
              kind="filled"
              busy={acts.hold.isPending}
              onClick={() => acts.hold.mutate({ version: meeting.version })}
            >
              {say("meeting.it_was_held")}
            </Button>
          )}
          {may("move") && (
            <Button onClick={() => setOpen("times")}>
              {say(meeting.state === "set" ? "meeting.move" : "meeting.other_times")}
            </Button>
          )}
          {may("change_where") && (
            <Button kind="bare" onClick={() => setOpen("where")}>
              {say(meeting.place ? "meeting.change_where" : "meeting.name_where")}
            </Button>
          )}
          {children}
        </div>
      )}
      <Trouble of={acts.hold.error} />
    </section>
  );
}

/** "Tuesday 24 November, 15:00, 45 minutes by video: https://…" */
function Stands({ meeting, partner }: { meeting: Meeting | LinkedMeeting; partner: string }) {
  const say = useSay();
  const dates = useDates();
  // Whoever reads the mail learns when and where, not what the two do.
  const what = "activity" in meeting && meeting.activity !== "conversation" && meeting.activity;
  const how = (
    <>
      {what && <strong>{say(`activity.${what}`)}. </strong>}
      {say("meeting.how", { minutes: meeting.minutes, channel: say(`channel.${meeting.channel}`) })}
    </>
  );
  if (!meeting.time) {
    const isMine = !meeting.allowed_actions.includes("choose");
    return (
      <>
        <h3>{say(isMine ? "meeting.waits_for_partner" : "meeting.choose", { partner })}</h3>
        {isMine && (
          <ul>
            {meeting.times.map((time) => (
              <li key={time.starts_at}>{`${dates.dayOf(time.starts_at)}, ${dates.time(time.starts_at)}`}</li>
            ))}
          </ul>
        )}
        <p className="quiet">
          {how} <Where place={meeting.place} />
        </p>
      </>
    );
  }
  return (
    <>
      <h3>
        {dates.dayOf(meeting.time.starts_at)}, {dates.time(meeting.time.starts_at)}
      </h3>
      <p>
        {how} <Where place={meeting.place} />
      </p>
      {meeting.is_pencilled_in && <p className="quiet">{say("meeting.pencilled_in")}</p>}
    </>
  );
}

function Where({ place }: { place: string }) {
  if (!place) return null;
  return /^https:\/\/\S+$/.test(place) ? (
    <Say
      k="meeting.at"
      values={{
        place: (
          <a href={place} rel="noreferrer" target="_blank">
            {place}
          </a>
        ),
      }}
    />
  ) : (
    <Say k="meeting.at" values={{ place }} />
  );
}
