import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type OpeningLetter, useOpeningLetter } from "features/invitation/api/opening-letter";
import { LetterSteps } from "features/invitation/components/letter-steps";
import { LetterWords } from "features/invitation/components/letter-words";
import { LetterWriter } from "features/invitation/components/letter-writer";
import { type ProgrammeSetUp, useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { useLetterDraft } from "features/programme/components/letter-draft";
import { useLanguageNames } from "lib/i18n/language-names";
import { useSay } from "lib/i18n/say";
import { SpokenIn } from "lib/i18n/spoken-in";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Phone } from "ui/phone/phone";
import { Answered } from "ui/state/states";

/** The letter in the sponsor's name: written here, agreed to by the sponsor, published. */
export function ProgrammeLetterPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const letter = useOpeningLetter(programme_id);
  return (
    <AnsweredPage query={useSetUpOf(programme_id)}>
      {(setUp) => <Answered query={letter}>{(read) => <LetterOf setUp={setUp} letter={read} />}</Answered>}
    </AnsweredPage>
  );
}

function LetterOf({ setUp, letter }: { setUp: ProgrammeSetUp; letter: OpeningLetter }) {
  const say = useSay();
  const { locale } = useIntl();
  const { name } = calledHere(setUp, locale);
  const standing = letter.published_at
    ? "published"
    : letter.agreed_at
      ? "agreed"
      : letter.is_asked
        ? "waits"
        : letter.version > 0
          ? "written"
          : "none";
  return (
    <Page
      above={name}
      title={say("opening_letter.title")}
      sentence={say(`opening_letter.sentence_${standing}`, { name: letter.sponsor_name ?? "" })}
      below={say("opening_letter.below")}
    >
      <LetterSteps programmeId={setUp.id} letter={letter} />
      {letter.allowed_actions.includes("write") && (
        <SpokenIn language={setUp.settings.language}>
          <DraftedWriter key={letter.version} setUp={setUp} letter={letter} />
        </SpokenIn>
      )}
      {letter.texts.length > 0 && (
        <Card title={say("opening_letter.as_it_is_read")}>
          <p className="quiet">{say("opening_letter.where_it_stands")}</p>
          <div className="row">
            <LetterPhones letter={letter} programme={name} />
          </div>
        </Card>
      )}
    </Page>
  );
}

/** The draft speaks the programme's language; so do the fields around it. */
function DraftedWriter({ setUp, letter }: { setUp: ProgrammeSetUp; letter: OpeningLetter }) {
  const draft = useLetterDraft(setUp);
  return <LetterWriter programmeId={setUp.id} letter={letter} draft={draft} />;
}

function LetterPhones({ letter, programme }: { letter: OpeningLetter; programme: string }) {
  const say = useSay();
  const nameOf = useLanguageNames();
  return letter.texts.map(({ language, text }) => (
    <Phone
      key={language}
      label={nameOf(language)}
      from={programme}
      about={say("opening_letter.from", { name: letter.sponsor_name ?? say("opening_letter.the_sponsor") })}
      language={language}
    >
      <LetterWords text={text} signed={letter.sponsor_name ?? ""} />
    </Phone>
  ));
}
