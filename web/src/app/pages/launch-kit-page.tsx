import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useOpenCallOf } from "features/programme/api/open-call";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { documents, type LaunchDocument } from "features/programme/components/launch-kit";
import { LaunchSheet } from "features/programme/components/launch-sheet";
import { LaunchTools } from "features/programme/components/launch-tools";
import { useMySession } from "features/signin/api/my-session";
import { useSay } from "lib/i18n/say";
import { SpokenIn } from "lib/i18n/spoken-in";
import { useState } from "react";
import { useIntl } from "react-intl";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { Page } from "ui/page/page";

/** What a programme is launched with: notes, questions, a slide, a poster and papers, each as it is read. */
export function LaunchKitPage() {
  const say = useSay();
  const { locale } = useIntl();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const [chosen, setChosen] = useState<LaunchDocument>("invitation");
  const [isOnPhone, setOnPhone] = useState(false);
  const house = useMySession().data?.organisation.name ?? "";
  const call = useOpenCallOf(programme_id, true).data ?? null;
  return (
    <AnsweredPage query={useSetUpOf(programme_id)}>
      {(setUp) => (
        <Page
          above={calledHere(setUp, locale).name}
          title={say("launch.title")}
          sentence={say("launch.sentence")}
          below={say("launch.below")}
          actions={
            <ButtonLink to="/programmes/$programme_id/letter" params={{ programme_id }}>
              {say("launch.to_letter")}
            </ButtonLink>
          }
        >
          <div data-screen>
            <Card>
              <ChoiceField
                label={say("launch.which")}
                options={documents.map((value) => ({ value, label: say(`launch.document_${value}`) }))}
                value={chosen}
                onChange={(value) => setChosen(value as LaunchDocument)}
              />
              <ChoiceField
                label={say("launch.seen")}
                options={(["paper", "phone"] as const).map((value) => ({
                  value,
                  label: say(`launch.seen_on_${value}`),
                }))}
                value={isOnPhone ? "phone" : "paper"}
                onChange={(value) => setOnPhone(value === "phone")}
              />
            </Card>
          </div>
          <LaunchTools document={chosen} setUp={setUp} hasCode={call !== null} />
          <SpokenIn language={setUp.settings.language}>
            <LaunchSheet document={chosen} house={house} setUp={setUp} call={call} isOnPhone={isOnPhone} />
          </SpokenIn>
        </Page>
      )}
    </AnsweredPage>
  );
}
