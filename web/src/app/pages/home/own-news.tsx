import { useMyGroupMeetings } from "features/circle/api/group-meetings";
import { useMyAnnouncements } from "features/invitation/api/announcements";
import { useMyLetters } from "features/invitation/api/opening-letter";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { ButtonAnchor, ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** What the reader's programmes say: the next meeting of all, the latest word, the letter; and a letter to say yes to. */
export function OwnNews() {
  const say = useSay();
  const dates = useDates();
  const next = useMyGroupMeetings().data?.items[0];
  const latest = useMyAnnouncements().data?.items[0];
  const { items: letters = [], to_agree: waiting = [] } = useMyLetters().data ?? {};
  const [letter] = letters;
  if (!next && !latest && !letter && waiting.length === 0) return null;
  return (
    <section className="cards" aria-label={say("home.news")}>
      {waiting.map(({ programme_id, programme, link }) => (
        <Card key={programme_id} title={programme.name}>
          <p>{say("home.letter_waits")}</p>
          <div>
            <ButtonAnchor href={link}>{say("home.to_letter")}</ButtonAnchor>
          </div>
        </Card>
      ))}
      {(next || latest || letter) && (
        <Card
          title={say("home.news")}
          beside={<span className="small quiet">{(next ?? latest ?? letter)?.programme.name}</span>}
        >
          {next && (
            <p>
              <strong>{next.title}</strong>
              <br />
              {say("home.news_meets", { day: dates.dayOf(next.starts_at), time: dates.time(next.starts_at) })}
            </p>
          )}
          {latest && <p>{latest.title}</p>}
          {!next && !latest && letter && <p>{say("home.news_letter", { name: letter.sponsor_name })}</p>}
          <div>
            <ButtonLink to="/news">{say("home.to_news")}</ButtonLink>
          </div>
        </Card>
      )}
    </section>
  );
}
