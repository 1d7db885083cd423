import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useCallPage } from "features/programme/api/open-call";
import { JoinForm } from "features/programme/components/join-form";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** Where the programme link leads: ask to join, without an account. */
export function JoinPage() {
  const say = useSay();
  const { link } = useParams({ strict: false }) as { link: string };
  const call = useCallPage(link);
  const [hasAsked, setHasAsked] = useState(false);
  if (call.error instanceof Refusal) {
    return <Page sentence={say("join.void")} below={say("join.void_below")} width="narrow" />;
  }
  if (hasAsked) return <Page sentence={say("join.asked")} below={say("join.asked_below")} width="narrow" />;
  return (
    <AnsweredPage query={call}>
      {({ organisation_name, programme, limited_by }) => (
        <Page
          above={organisation_name}
          sentence={say("join.sentence", { programme: programme.name })}
          title={programme.name}
          below={programme.purpose ?? undefined}
          width="narrow"
        >
          <Card>
            <JoinForm
              link={link}
              called={programme}
              limitedBy={limited_by}
              onDone={() => setHasAsked(true)}
            />
          </Card>
        </Page>
      )}
    </AnsweredPage>
  );
}
