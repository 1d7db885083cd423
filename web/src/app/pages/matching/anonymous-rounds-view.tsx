import { AnsweredPage } from "app/answered-page";
import { useAnonymousRounds } from "features/acquaintance/api/anonymous-rounds";
import { OpenRoundCard, RoundCard } from "features/acquaintance/components/rounds-card";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** The workbench of a programme that is anonymous first: nobody is shown who could meet whom. */
export function AnonymousRoundsView({ programmeId }: { programmeId: string }) {
  const say = useSay();
  return (
    <AnsweredPage query={useAnonymousRounds(programmeId)}>
      {(rounds) => (
        <Page
          sentence={say("anonymous_round.sentence")}
          title={say("nav.matching")}
          below={say("anonymous_round.below")}
        >
          <OpenRoundCard programme={programmeId} rounds={rounds} />
          {rounds.items.map((round) => (
            <RoundCard key={round.id} round={round} />
          ))}
        </Page>
      )}
    </AnsweredPage>
  );
}
