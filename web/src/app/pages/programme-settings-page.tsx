import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useProposals, useSettingsOf } from "features/representative/api/settings";
import { LockableCard } from "features/representative/components/lockable-card";
import { ProposalCard } from "features/representative/components/proposal-card";
import { SettingChanges } from "features/representative/components/setting-changes";
import { SettingsCard } from "features/representative/components/settings-card";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";
import { Answered } from "ui/state/states";

/** How a programme is set, what is locked by agreement, and who changed what: for everybody who belongs to it. */
export function ProgrammeSettingsPage() {
  const say = useSay();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const settings = useSettingsOf(programme_id);
  return (
    <AnsweredPage query={settings}>
      {(read) => (
        <Page
          above={read.programme.name}
          title={say("agreed.title")}
          sentence={say("agreed.sentence")}
          below={say("agreed.below")}
        >
          {read.side && <OpenProposals programmeId={programme_id} />}
          <LockableCard read={read} />
          <SettingsCard read={read} />
          <SettingChanges programmeId={programme_id} />
          {read.side && <PastProposals programmeId={programme_id} />}
        </Page>
      )}
    </AnsweredPage>
  );
}

function OpenProposals({ programmeId }: { programmeId: string }) {
  return (
    <Answered query={useProposals(programmeId)}>
      {({ items }) => (
        <>
          {items
            .filter((one) => one.state === "open")
            .map((one) => (
              <ProposalCard key={one.id} proposal={one} />
            ))}
        </>
      )}
    </Answered>
  );
}

function PastProposals({ programmeId }: { programmeId: string }) {
  return (
    <Answered query={useProposals(programmeId)}>
      {({ items }) => (
        <>
          {items
            .filter((one) => one.state !== "open")
            .map((one) => (
              <ProposalCard key={one.id} proposal={one} />
            ))}
        </>
      )}
    </Answered>
  );
}
