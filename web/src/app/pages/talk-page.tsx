import { Link, useSearch } from "@tanstack/react-router";
import { useMyAcquaintances } from "features/acquaintance/api/acquaintances";
import { NamelessPicker } from "features/acquaintance/components/nameless-picker";
import type { Picked, PickedWithoutNames } from "features/care/api/concerns";
import { ConcernOpeningCard } from "features/care/components/concern-opening-card";
import { ContactRoom } from "features/care/components/contact-room";
import { MyConcernsCard } from "features/care/components/my-concerns-card";
import { OfficialCard } from "features/care/components/official-card";
import { AnsweredLinesCard } from "features/message/components/lines-cards";
import { MessagePicker } from "features/message/components/message-picker";
import { useMyPairings } from "features/pairing/api/list-my-pairings";
import { useMyEnrolments } from "features/programme/api/my-enrolments";
import { useMySession } from "features/signin/api/my-session";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Page } from "ui/page/page";

/** A person to talk to; for somebody who is one, their room. */
export function TalkPage() {
  const say = useSay();
  const { about, without_name } = useSearch({ strict: false }) as { about?: string; without_name?: string };
  const session = useMySession().data;
  const enrolments = useMyEnrolments().data?.items;
  const pairings = useMyPairings().data?.items;
  const acquaintances = useMyAcquaintances().data?.items;
  if (!session || !enrolments || !pairings || !acquaintances) return null;
  const isContact = session.roles.some(({ role }) => role === "confidential_contact");
  // The programme of the pair it is about stands first.
  const pair = pairings.find(({ id }) => id === about);
  const nameless = acquaintances.find(({ id }) => id === without_name);
  const programmes = new Map(
    [
      ...(pair ? [pair] : []),
      ...(nameless ? [nameless] : []),
      ...enrolments.filter(({ state }) => state !== "withdrawn"),
    ].map((one) => [one.programme_id, { id: one.programme_id, name: one.programme.name }]),
  );
  return (
    <Page
      sentence={say(isContact ? "concern.room_sentence" : "concern.page_sentence")}
      title={say("nav.talk")}
      below={say(isContact ? "concern.room_below" : "concern.page_below")}
    >
      {isContact && <ContactRoom unnamed={<AnsweredLinesCard to="contact" />} />}
      <MyConcernsCard />
      {programmes.size > 0 && (
        <Opening programmes={[...programmes.values()]} threadId={pair?.id} namelessId={nameless?.id} />
      )}
      {programmes.size > 0 && (
        <p>
          <Link to="/messages">{say("concern.without_a_name")}</Link>
        </p>
      )}
      <OfficialCard />
    </Page>
  );
}

interface OpeningProps {
  programmes: { id: string; name: string }[];
  /** Of the pair it is about. */
  threadId: string | undefined;
  /** Of the acquaintance it is about. */
  namelessId: string | undefined;
}

function Opening({ programmes, threadId, namelessId }: OpeningProps) {
  const [picked, setPicked] = useState<string[]>([]);
  const shown: Picked | undefined = threadId ? { thread_id: threadId, message_ids: picked } : undefined;
  const nameless: PickedWithoutNames | undefined =
    namelessId && !threadId ? { acquaintance_id: namelessId, message_ids: picked } : undefined;
  return (
    <ConcernOpeningCard
      programmes={programmes}
      picked={shown}
      pickedWithoutNames={nameless}
      picker={
        threadId ? (
          <MessagePicker threadId={threadId} picked={picked} onChange={setPicked} />
        ) : (
          namelessId && <NamelessPicker acquaintanceId={namelessId} picked={picked} onChange={setPicked} />
        )
      }
    />
  );
}
