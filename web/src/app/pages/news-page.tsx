import { AnsweredPage } from "app/answered-page";
import { type GroupMeeting, useMyGroupMeetings } from "features/circle/api/group-meetings";
import { OwnGroupMeetingCard } from "features/circle/components/own-group-meeting-card";
import { type OwnAnnouncement, useMyAnnouncements } from "features/invitation/api/announcements";
import { type OwnLetter, useMyLetters } from "features/invitation/api/opening-letter";
import { LetterWords } from "features/invitation/components/letter-words";
import { OwnAnnouncementCard } from "features/invitation/components/own-announcement-card";
import { useDates } from "lib/dates/dates";
import type { Called } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

interface Programme {
  id: string;
  called: Called;
  letter?: OwnLetter;
  meetings: GroupMeeting[];
  said: OwnAnnouncement[];
}

/** What a programme says to its people: the next meetings, what was announced, and the letter it began with. */
export function NewsPage() {
  const meetings = useMyGroupMeetings().data?.items ?? [];
  const letters = useMyLetters().data?.items ?? [];
  return (
    <AnsweredPage query={useMyAnnouncements()}>
      {({ items }) => <News programmes={byProgramme(letters, meetings, items)} />}
    </AnsweredPage>
  );
}

function News({ programmes }: { programmes: Programme[] }) {
  const say = useSay();
  const dates = useDates();
  const next = programmes
    .flatMap(({ meetings }) => meetings)
    .toSorted((one, other) => (one.starts_at < other.starts_at ? -1 : 1))[0];
  const sentence = next
    ? say("news.sentence_next", { day: dates.dayOf(next.starts_at), time: dates.time(next.starts_at) })
    : say(programmes.length > 0 ? "news.sentence" : "news.sentence_none");
  return (
    <Page
      title={say("news.title")}
      sentence={sentence}
      {...(programmes.length === 0 ? { below: say("news.none_below") } : {})}
    >
      {programmes.map(({ id, called, letter, meetings, said }) => (
        <section key={id} className="stack" aria-label={called.name}>
          {programmes.length > 1 && <h2>{called.name}</h2>}
          {meetings.map((one) => (
            <OwnGroupMeetingCard key={one.id} meeting={one} />
          ))}
          {said.map((one) => (
            <OwnAnnouncementCard key={one.id} announcement={one} />
          ))}
          {letter && (
            <Card
              title={say("opening_letter.from", { name: letter.sponsor_name })}
              beside={<span className="small quiet">{called.name}</span>}
            >
              <div lang={letter.language} className="stack">
                <LetterWords text={letter.text} signed={letter.sponsor_name} />
              </div>
            </Card>
          )}
        </section>
      ))}
    </Page>
  );
}

function byProgramme(letters: OwnLetter[], meetings: GroupMeeting[], said: OwnAnnouncement[]): Programme[] {
  const programmes = new Map<string, Programme>();
  const of = ({ programme_id, programme }: { programme_id: string; programme: Called }) => {
    const found = programmes.get(programme_id) ?? {
      id: programme_id,
      called: programme,
      meetings: [],
      said: [],
    };
    programmes.set(programme_id, found);
    return found;
  };
  for (const one of meetings) of(one).meetings.push(one);
  for (const one of said) of(one).said.push(one);
  for (const one of letters) of(one).letter = one;
  return [...programmes.values()];
}
