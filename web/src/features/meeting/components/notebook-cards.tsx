import type { Meeting } from "features/meeting/api/list-meetings";
import type { Notebook } from "features/meeting/api/notebook";
import { AgendaCard } from "features/meeting/components/agenda-card";
import { GuideCard } from "features/meeting/components/guide-card";
import { NotesCards } from "features/meeting/components/notes-card";
import { PrepareCard } from "features/meeting/components/prepare-card";
import { PromisesCard } from "features/meeting/components/promises-card";
import { ShowMeCard } from "features/meeting/components/show-me-card";
import { TopicCards } from "features/meeting/components/topic-cards";
import type { ComponentProps } from "react";

interface NotebookCardsProps {
  notebook: Notebook;
  meeting: Meeting;
  partner: string;
  topics: ComponentProps<typeof ShowMeCard>["topics"];
}

/** All that the two lay out for a conversation and take away from it. */
export function NotebookCards({ notebook, meeting, partner, topics }: NotebookCardsProps) {
  return (
    <>
      {notebook.may_plan && <PrepareCard notebook={notebook} partner={partner} />}
      <GuideCard
        guide={notebook.guide}
        side={notebook.side}
        partner={partner}
        pairingId={meeting.pairing_id}
        meetingId={meeting.id}
        surpriseCard={notebook.surprise_card}
      />
      <TopicCards notebook={notebook} partner={partner} />
      <AgendaCard notebook={notebook} partner={partner} />
      <NotesCards notebook={notebook} />
      <PromisesCard notebook={notebook} partner={partner} />
      <ShowMeCard notebook={notebook} partner={partner} topics={topics} />
    </>
  );
}
