import { type NoteOpening, type OwnNote, useSendNote, useThrowNoteAway } from "features/voice/api/front-line";
import { NoteRead } from "features/voice/components/note-as-read";
import { NoteForm } from "features/voice/components/write-note-card";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

/** A note of one's own: exactly what its reader will see, who can and cannot ever learn it, and the press that sends it. */
export function OwnNoteCard({
  note,
  opening,
  isNext,
}: {
  note: OwnNote;
  opening: NoteOpening;
  isNext: boolean;
}) {
  const say = useSay();
  const [isChanging, setChanging] = useState(false);
  const send = useSendNote(note);
  const throwAway = useThrowNoteAway(note);
  const { audience } = note.preview.note;
  const readers = note.preview.readers.join(", ");
  const waits = note.state === "waiting";
  const isHeld = audience !== "partner" && !waits && opening.waits;
  return (
    <Card
      title={say(waits ? "front_line.waits_title" : "front_line.draft_title")}
      beside={<Tag>{say(waits ? "front_line.waits" : "front_line.draft")}</Tag>}
    >
      {isChanging ? (
        <NoteForm opening={opening} note={note} onDone={() => setChanging(false)} />
      ) : (
        <>
          <p className="quiet">{say("front_line.as_read", { names: readers })}</p>
          <NoteRead note={note.preview.note} />
          <WhoLearns audience={audience} readers={readers} />
          {isHeld && <p className="quiet">{say("front_line.one_waits")}</p>}
          <div className="row">
            {waits ? (
              <Button busy={send.isPending} onClick={() => send.mutate("back")}>
                {say("front_line.take_back")}
              </Button>
            ) : (
              <>
                {!isHeld && (
                  <Button
                    kind={isNext ? "filled" : "plain"}
                    busy={send.isPending}
                    onClick={() => send.mutate("out")}
                  >
                    {say(`front_line.send_${audience}`, { names: readers })}
                  </Button>
                )}
                <Button onClick={() => setChanging(true)}>{say("front_line.change")}</Button>
                <Button kind="bare" busy={throwAway.isPending} onClick={() => throwAway.mutate(undefined)}>
                  {say("front_line.throw_away")}
                </Button>
              </>
            )}
          </div>
          <Trouble of={send.error ?? throwAway.error} />
        </>
      )}
    </Card>
  );
}

/** Four sentences, before it is sent. */
function WhoLearns({
  audience,
  readers,
}: {
  audience: "partner" | "coordinator" | "sponsor";
  readers: string;
}) {
  const say = useSay();
  const sentences =
    audience === "partner"
      ? ([
          "front_line.partner_reads",
          "front_line.partner_others",
          "front_line.partner_back",
          "front_line.partner_gone",
        ] as const)
      : ([
          "front_line.out_when",
          audience === "sponsor" ? "front_line.out_sponsor" : "front_line.out_coordinator",
          "front_line.out_who",
          "front_line.out_back",
        ] as const);
  return (
    <section aria-label={say("front_line.who_learns")}>
      <ul>
        {sentences.map((key) => (
          <li key={key}>{say(key, { names: readers })}</li>
        ))}
      </ul>
    </section>
  );
}
