import { Link } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type MyFrontLineNotes, useMyNotes } from "features/voice/api/front-line";
import { NoteRead } from "features/voice/components/note-as-read";
import { OwnNoteCard } from "features/voice/components/own-note-card";
import { WriteNoteCard } from "features/voice/components/write-note-card";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** What I see from here: what one writes, who may read it, and what a partner wrote to one. */
export function WhatISeePage() {
  return <AnsweredPage query={useMyNotes()}>{(mine) => <FromHere mine={mine} />}</AnsweredPage>;
}

function FromHere({ mine: { programmes, items, received } }: { mine: MyFrontLineNotes }) {
  const say = useSay();
  const { day } = useDates();
  const draft = items.find(({ state }) => state === "draft");
  return (
    <Page
      title={say("front_line.title")}
      sentence={
        draft
          ? say("front_line.sentence_draft")
          : say(programmes.length > 0 ? "front_line.sentence" : "front_line.sentence_reads")
      }
      below={programmes.length > 0 && say("front_line.below")}
    >
      {programmes.map((opening) => (
        <section key={opening.programme_id} className="cards" aria-label={opening.programme.name}>
          {items
            .filter(({ programme_id }) => programme_id === opening.programme_id)
            .map((note) => (
              <OwnNoteCard key={note.id} note={note} opening={opening} isNext={note === draft} />
            ))}
          <WriteNoteCard opening={opening} isNext={items.length === 0 && opening === programmes[0]} />
        </section>
      ))}
      {received.length > 0 && (
        <section className="cards" aria-label={say("front_line.received")}>
          {received.map((one) => (
            <Card key={one.id} title={say("front_line.received_from", { name: one.note.author ?? "" })}>
              <NoteRead note={one.note} />
              <p className="quiet">
                {say("front_line.received_on", { day: day(one.sent_on), programme: one.programme.name })}
              </p>
            </Card>
          ))}
        </section>
      )}
      <p>
        <Link to="/themes">{say("front_line.to_themes")}</Link>
      </p>
    </Page>
  );
}
