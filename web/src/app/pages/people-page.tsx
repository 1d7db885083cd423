import { useNavigate, useSearch } from "@tanstack/react-router";
import { PeopleTable, peopleState } from "features/person/components/people-table";
import { NewPersonForm } from "features/person/components/person-form";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** Everybody the house knows; one more can be typed in. */
export function PeoplePage() {
  const say = useSay();
  const navigate = useNavigate();
  const inState = peopleState((useSearch({ strict: false }) as { state?: unknown }).state);
  return (
    <Page
      sentence={say("people.sentence")}
      title={say("nav.people")}
      below={say("people.below")}
      actions={<ButtonLink to="/administration/letters">{say("nav.letters")}</ButtonLink>}
    >
      <Card>
        <PeopleTable inState={inState} />
      </Card>
      <Card title={say("people.add_title")}>
        <NewPersonForm
          onDone={({ id }) =>
            void navigate({ to: "/administration/people/$person_id", params: { person_id: id } })
          }
        />
      </Card>
    </Page>
  );
}
