import { useParams } from "@tanstack/react-router";
import { useSponsor } from "features/programme/api/ask-sponsor";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { SponsorLetter } from "features/programme/components/sponsor-letter";
import { useMySession } from "features/signin/api/my-session";
import { useSay } from "lib/i18n/say";
import { SpokenIn } from "lib/i18n/spoken-in";
import { useIntl } from "react-intl";
import { Button, ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";
import { Answered } from "ui/state/states";

/** The sponsor's letter, to be printed: what they would stand for, and the link that accepts with one tap. */
export function SponsorLetterPage() {
  const say = useSay();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const { locale } = useIntl();
  const setUp = useSetUpOf(programme_id);
  const sponsor = useSponsor(programme_id, true);
  const house = useMySession().data?.organisation.name ?? "";
  return (
    <Page
      above={setUp.data && calledHere(setUp.data, locale).name}
      sentence={say("sponsor.letter_sentence")}
      title={say("sponsor.letter")}
      actions={
        <>
          <ButtonLink
            kind="bare"
            to="/programmes/$programme_id/set-up/$step"
            params={{ programme_id, step: "sponsor" }}
          >
            {say("ui.go_back")}
          </ButtonLink>
          <Button kind="filled" onClick={() => window.print()}>
            {say("letter.print", { count: 1 })}
          </Button>
        </>
      }
    >
      <Answered query={sponsor}>
        {(asked) => (
          <Answered query={setUp}>
            {(programme) => (
              <SpokenIn language={programme.settings.language}>
                <SponsorLetter house={house} setUp={programme} sponsor={asked} />
              </SpokenIn>
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}
