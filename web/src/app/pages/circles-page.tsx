import { Link } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type MyCircles, useMyCircles } from "features/circle/api/circles";
import { CircleAgendaCard } from "features/circle/components/circle-agenda-card";
import { CircleCard } from "features/circle/components/circle-card";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** A circle of people who bring something: when it meets, who is in it, and how an hour may go. */
export function CirclesPage() {
  return (
    <AnsweredPage query={useMyCircles()}>
      {({ items, agenda }) => <Circles items={items} agenda={agenda} />}
    </AnsweredPage>
  );
}

function Circles({ items, agenda }: MyCircles) {
  const say = useSay();
  const sentence = useSentence(items);
  return (
    <Page
      title={say("circle.title")}
      sentence={sentence}
      below={say(items.length > 0 ? "circle.below" : "circle.none_below")}
    >
      {items.map((circle) => (
        <section key={circle.id} className="stack" aria-label={circle.programme.name}>
          {items.length > 1 && <h2>{circle.programme.name}</h2>}
          <CircleCard circle={circle} isNext={circle === items[0]} />
        </section>
      ))}
      {items.length > 0 && (
        <>
          <CircleAgendaCard agenda={agenda} />
          <p>
            {say("circle.not_for_the_group")} <Link to="/talk">{say("circle.talk")}</Link>
          </p>
        </>
      )}
    </Page>
  );
}

function useSentence(items: MyCircles["items"]): string {
  const say = useSay();
  const dates = useDates();
  const members = items.filter(({ seat }) => seat === "member");
  if (items.length === 0) return say("circle.sentence_none");
  if (members.length === 0) return say("circle.sentence_left");
  const next = members.flatMap((one) => one.next ?? []).toSorted(byStart)[0];
  if (!next) return say("circle.sentence_no_date");
  return say("circle.sentence_next", { day: dates.dayOf(next.starts_at), time: dates.time(next.starts_at) });
}

const byStart = (one: { starts_at: string }, other: { starts_at: string }) =>
  one.starts_at < other.starts_at ? -1 : 1;
