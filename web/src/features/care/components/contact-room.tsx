import { useConcerns } from "features/care/api/concerns";
import { ConcernBriefs } from "features/care/components/concern-briefs";
import { RoomSettingsCard } from "features/care/components/room-settings-card";
import { foundIn } from "lib/api-client/list";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Card } from "ui/card/card";
import { useFinding, useSortWords } from "ui/list/finding";
import { FoundList } from "ui/list/found-list";
import { Sees } from "ui/sees/sees";

/** A confidential contact's room: what was sent to them by name, `unnamed` without, and what they set for themselves. */
export function ContactRoom({ unnamed }: { unnamed: ReactNode }) {
  return (
    <>
      <ConcernsCard />
      {unnamed}
      <RoomSettingsCard />
    </>
  );
}

function ConcernsCard() {
  const say = useSay();
  const { times, words } = useSortWords();
  const finding = useFinding<"raised_on" | "name">(
    [...times("raised_on"), ...words("name", say("concern.name"))],
    [],
  );
  const found = foundIn(useConcerns(finding.asked));
  return (
    <Card title={say("concern.sent_to_you")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <FoundList list={found} finding={finding} label={say("concern.search")} empty={say("concern.none")}>
        {(rows) => <ConcernBriefs concerns={rows} />}
      </FoundList>
    </Card>
  );
}
