import { Link, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useTopicName } from "app/topic-names";
import { useAcquaintance } from "features/acquaintance/api/acquaintances";
import { NamesCard } from "features/acquaintance/components/names-card";
import { TalkCard } from "features/acquaintance/components/talk-card";
import { WhatIsTold } from "features/acquaintance/components/what-is-told";
import { useReasonInWords } from "features/matching/components/reasons";
import { useNow } from "features/signin/api/now";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** Somebody without a name, for one of the two. */
export function AcquaintancePage() {
  const say = useSay();
  const { acquaintance_id } = useParams({ strict: false }) as { acquaintance_id: string };
  const acquaintance = useAcquaintance(acquaintance_id);
  const inWords = useReasonInWords(useTopicName());
  const now = useNow();
  return (
    <AnsweredPage query={acquaintance}>
      {(shown) => (
        <Page
          above={shown.programme.name}
          sentence={say(`acquaintance.sentence_${shown.state}`)}
          title={say("acquaintance.title")}
          below={shown.state === "opened" ? undefined : say("acquaintance.below")}
        >
          <TalkCard acquaintance={shown} now={now} />
          <NamesCard acquaintance={shown} />
          <Card title={say("acquaintance.what_you_know")}>
            <WhatIsTold acquaintance={shown} inWords={inWords} />
          </Card>
          <p>
            <Link to="/suggestions">{say("acquaintance.back")}</Link>
          </p>
        </Page>
      )}
    </AnsweredPage>
  );
}
