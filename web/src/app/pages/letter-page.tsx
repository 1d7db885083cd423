import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useAgreeToLetter, useLetterPage } from "features/invitation/api/opening-letter";
import { LetterWords } from "features/invitation/components/letter-words";
import { Refusal } from "lib/api-client/refusal";
import { useDates } from "lib/dates/dates";
import { useLanguageNames } from "lib/i18n/language-names";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Trouble } from "ui/state/trouble";

/** The sponsor's one tap on the letter in their name, from a mail or a copied link; nobody needs to sign in. */
export function LetterPage() {
  const say = useSay();
  const dates = useDates();
  const nameOf = useLanguageNames();
  const { link } = useParams({ strict: false }) as { link: string };
  const letter = useLetterPage(link);
  const agree = useAgreeToLetter(link);
  if (letter.error instanceof Refusal) {
    return (
      <Page sentence={say("opening_letter.void")} below={say("opening_letter.void_below")} width="narrow" />
    );
  }
  return (
    <AnsweredPage query={letter}>
      {(page) => (
        <Page
          above={page.organisation_name}
          title={say("opening_letter.title")}
          sentence={say(page.agreed_at ? "opening_letter.thank_sponsor" : "opening_letter.ask_sponsor", {
            name: page.sponsor_name,
            programme: page.programme.name,
          })}
          below={
            page.agreed_at
              ? say("opening_letter.agreed_on", { day: dates.dayOf(page.agreed_at) })
              : say("opening_letter.ask_sponsor_below")
          }
          width="narrow"
        >
          {page.texts.map(({ language, text }) => (
            <Card key={language} {...(page.texts.length > 1 ? { title: nameOf(language) } : {})}>
              <div lang={language} className="stack">
                <LetterWords text={text} signed={page.sponsor_name} />
              </div>
            </Card>
          ))}
          {!page.agreed_at && (
            <div>
              <Button kind="filled" busy={agree.isPending} onClick={() => agree.mutate(page.version)}>
                {say("opening_letter.say_yes")}
              </Button>
            </div>
          )}
          <Trouble of={agree.error} />
        </Page>
      )}
    </AnsweredPage>
  );
}
