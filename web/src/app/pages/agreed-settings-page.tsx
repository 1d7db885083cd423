import { Link } from "@tanstack/react-router";
import { useProgrammes } from "features/programme/api/list-programmes";
import { useWaitingProposals } from "features/representative/api/settings";
import { OpenPagesCard } from "features/representative/components/open-pages-card";
import { ProposalCard } from "features/representative/components/proposal-card";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Answered, Empty } from "ui/state/states";

/** What waits about settings, and the programmes whose settings one reads. */
export function AgreedSettingsPage() {
  const say = useSay();
  const waiting = useWaitingProposals();
  const programmes = useProgrammes();
  return (
    <Page
      title={say("nav.agreed")}
      sentence={say("agreed.list_sentence")}
      below={say("agreed.list_below")}
      width="narrow"
    >
      <Answered query={waiting}>
        {({ items }) =>
          items.length === 0 ? (
            <Card title={say("agreed.waiting")}>
              <Empty sentence={say("agreed.nothing_waits")} />
            </Card>
          ) : (
            items.map((proposal) => <ProposalCard key={proposal.id} proposal={proposal} withProgramme />)
          )
        }
      </Answered>
      <Card title={say("agreed.list_title")}>
        <Answered query={programmes}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty sentence={say("agreed.no_programmes")} />
            ) : (
              <ul>
                {items.map((one) => (
                  <li key={one.id}>
                    <Link to="/agreed-settings/$programme_id" params={{ programme_id: one.id }}>
                      {one.name}
                    </Link>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </Card>
      <OpenPagesCard />
    </Page>
  );
}
