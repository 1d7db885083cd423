import { useDebouncedValue } from "@mantine/hooks";
import { Link, useParams } from "@tanstack/react-router";
import { InviteCard } from "features/invitation/components/invite-card";
import { usePeople } from "features/person/api/list-people";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { EnrolmentsTable } from "features/programme/components/enrolments-table";
import { OpenCallCard } from "features/programme/components/open-call-card";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** Who takes part, and the way to invite more. */
export function ProgrammePeoplePage() {
  const say = useSay();
  const { locale } = useIntl();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const setUp = useSetUpOf(programme_id).data;
  const called = setUp && calledHere(setUp, locale);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  const people = usePeople({ search: search || undefined });
  const found = people.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Page
      above={called?.name}
      sentence={
        setUp
          ? say("enrolments.sentence", {
              bringing: setUp.counts.mentor.joined,
              wanting: setUp.counts.mentee.joined,
            })
          : say("nav.people")
      }
      title={say("nav.people")}
      below={say("enrolments.below")}
    >
      <div className="columns">
        <Card>
          <p>
            <Link to="/programmes/$programme_id/supervisors" params={{ programme_id }}>
              {say("enrolments.supervisors")}
            </Link>
          </p>
          <EnrolmentsTable programmeId={programme_id} called={called} />
        </Card>
        {setUp?.allowed_actions.includes("invite") && (
          <div className="stack">
            <InviteCard
              called={called}
              programmeId={programme_id}
              found={found}
              search={typed}
              onSearch={setTyped}
            />
            <OpenCallCard programmeId={programme_id} />
          </div>
        )}
      </div>
    </Page>
  );
}
