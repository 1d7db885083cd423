import { Link, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { ConcernOf } from "app/pages/talk/concern-of";
import { useContactRoom } from "features/care/api/contact-room";
import { ContactRoom } from "features/care/components/contact-room";
import { useLine } from "features/message/api/lines";
import { LineCard } from "features/message/components/line-card";
import { AnsweredLinesCard } from "features/message/components/lines-cards";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { ByLink } from "lib/room/by-link";
import type { ReactNode } from "react";
import { Page } from "ui/page/page";

function Room({ children }: { children: (token: string) => ReactNode }) {
  const { token } = useParams({ strict: false }) as { token: string };
  return <ByLink value={token}>{children(token)}</ByLink>;
}

/** The room of a person to talk to from outside, by their private link. */
export function RoomPage() {
  return <Room>{() => <WholeRoom />}</Room>;
}

function WholeRoom() {
  const say = useSay();
  const room = useContactRoom();
  if (room.error instanceof Refusal) {
    return <Page sentence={say("concern.link_gone")} below={say("concern.link_gone_below")} width="narrow" />;
  }
  return (
    <AnsweredPage query={room}>
      {(shown) => (
        <Page
          above={`${shown.organisation} · ${shown.name}`}
          sentence={say("concern.room_sentence")}
          title={say("nav.talk")}
          below={say("concern.room_by_link")}
        >
          <ContactRoom unnamed={<AnsweredLinesCard to="contact" />} />
        </Page>
      )}
    </AnsweredPage>
  );
}

/** A concern in that room. */
export function RoomConcernPage() {
  return <Room>{(token) => <ConcernOf>{() => <Back token={token} />}</ConcernOf>}</Room>;
}

/** A line without a name in that room. */
export function RoomLinePage() {
  return <Room>{(token) => <LineOf token={token} />}</Room>;
}

function LineOf({ token }: { token: string }) {
  const say = useSay();
  const { line_id } = useParams({ strict: false }) as { line_id: string };
  const line = useLine(line_id);
  return (
    <AnsweredPage query={line}>
      {(shown) => (
        <Page
          above={shown.programme.name}
          sentence={say("unnamed.answering_sentence")}
          title={say("nav.talk")}
          below={say("unnamed.answering_promise")}
        >
          <LineCard key={shown.id} line={shown} now={undefined} />
          <Back token={token} />
        </Page>
      )}
    </AnsweredPage>
  );
}

function Back({ token }: { token: string }) {
  const say = useSay();
  return (
    <p>
      <Link to="/room/$token" params={{ token }}>
        {say("concern.all")}
      </Link>
    </p>
  );
}
