import { letterKey, type OpeningLetter, useWriteLetter } from "features/invitation/api/opening-letter";
import { useAgain } from "lib/api-client/again";
import { useLanguageNames } from "lib/i18n/language-names";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

// Those that Obverse is made for.
const offered = ["en", "fr", "de", "es"];

interface LetterWriterProps {
  programmeId: string;
  letter: OpeningLetter;
  /** Made of the programme's own words, where nothing is written yet. */
  draft: string;
}

/** The words of the letter, language by language. */
export function LetterWriter({ programmeId, letter, draft }: LetterWriterProps) {
  const say = useSay();
  const nameOf = useLanguageNames();
  const own = letter.own_language;
  const shown = ({ texts }: OpeningLetter) => ({
    texts: texts.length > 0 ? texts : [{ language: own, text: draft }],
  });
  const form = useRequestForm({
    initialValues: shown(letter),
    request: useWriteLetter(programmeId),
    unsent: `opening letter ${programmeId}`,
    over: { read: letter, again: useAgain<OpeningLetter>(letterKey(programmeId)), values: shown },
    body: ({ texts }, { version }) => ({ version, texts }),
  });
  const { texts } = form.fields.values;
  const left = offered.filter((tag) => !texts.some(({ language }) => language === tag));
  const isFirst = letter.version === 0;
  return (
    <Card title={say("opening_letter.words")}>
      <p className="quiet">{say(isFirst ? "opening_letter.draft_hint" : "opening_letter.change_hint")}</p>
      <RequestForm form={form} submit={say("opening_letter.save")} kind={isFirst ? "filled" : "plain"}>
        {texts.map(({ language }, at) => (
          <div key={language} className="stack">
            <LongTextField
              label={say("opening_letter.text_in", { language: nameOf(language) })}
              rows={14}
              sees={say("opening_letter.who_reads")}
              {...form.fields.getInputProps(`texts.${at}.text`)}
            />
            {language !== own && (
              <div>
                <Button kind="bare" onClick={() => form.fields.removeListItem("texts", at)}>
                  {say("news.without", { language: nameOf(language) })}
                </Button>
              </div>
            )}
          </div>
        ))}
        {left.length > 0 && (
          <div className="row">
            {left.map((tag) => (
              <Button
                key={tag}
                kind="bare"
                onClick={() => form.fields.insertListItem("texts", { language: tag, text: "" })}
              >
                {say("news.also_in", { language: nameOf(tag) })}
              </Button>
            ))}
          </div>
        )}
      </RequestForm>
    </Card>
  );
}
