import { useParams } from "@tanstack/react-router";
import { useMakeLetters } from "features/invitation/api/make-letters";
import { LetterSheet } from "features/invitation/components/letter";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { useSay } from "lib/i18n/say";
import { Button, ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";
import { useRefusalSentence } from "ui/state/refusal-sentence";
import { Answered } from "ui/state/states";

/** Letters for those who have no way in yet: nobody needs an e-mail address. */
export function LettersPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const say = useSay();
  const sentenceOf = useRefusalSentence();
  const setUp = useSetUpOf(programme_id);
  const make = useMakeLetters(programme_id);
  const letters = make.data?.items;
  return (
    <Answered query={setUp}>
      {({ settings }) => (
        <Page
          above={settings.name}
          sentence={letters ? say("letters.count", { count: letters.length }) : say("letters.sentence")}
          title={say("letters.title")}
          below={say("letters.below")}
          actions={
            <>
              {letters && letters.length > 0 ? (
                <Button kind="filled" onClick={() => window.print()}>
                  {say("letters.print")}
                </Button>
              ) : (
                <Button kind="filled" busy={make.isPending} onClick={() => make.mutate()}>
                  {say("letters.make")}
                </Button>
              )}
              <ButtonLink to="/programmes/$programme_id/people" params={{ programme_id }}>
                {say("nav.people")}
              </ButtonLink>
            </>
          }
        >
          {make.error && <p role="alert">{sentenceOf(make.error)}</p>}
          {letters?.map((letter) => (
            <LetterSheet
              key={letter.id}
              letter={letter}
              programme={settings.name}
              purpose={settings.purpose}
            />
          ))}
        </Page>
      )}
    </Answered>
  );
}
