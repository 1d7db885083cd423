import { type ProgrammeSetUp, setUpKey, useWriteSetUp } from "features/programme/api/show-set-up";
import { changed, orNull, type StepProps, unsentStep } from "features/programme/components/set-up-step";
import { useAgain } from "lib/api-client/again";
import { useLanguageNames } from "lib/i18n/language-names";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { LongTextField, TextField } from "ui/form/fields";
import { RequestForm, type RequestFormState, useRequestForm } from "ui/form/request-form";

const sides = ["mentor", "mentee"] as const;
const forms = ["singular", "plural", "neutral"] as const;
// Those that Obverse is made for; a programme may have words in one before its pages speak it.
const offered = ["en", "fr", "de", "es"];

type Words = ProgrammeSetUp["words"][number];
type RoleWords = NonNullable<Words["mentor"]>;

interface TypedWords extends Record<string, unknown> {
  language: string;
  name: string;
  purpose: string;
  mentor: RoleWords;
  mentee: RoleWords;
}

const noWords: RoleWords = { singular: "", plural: "", neutral: "" };

function typed(words: Words): TypedWords {
  return {
    language: words.language,
    name: words.name,
    purpose: words.purpose ?? "",
    mentor: words.mentor ?? noWords,
    mentee: words.mentee ?? noWords,
  };
}

// All three forms or none; what is left out of a begun row is refused beside its field.
const roleWords = (words: RoleWords) => (forms.every((form) => words[form].trim() === "") ? null : words);

function written({ language, name, purpose, mentor, mentee }: TypedWords): Words {
  return { language, name, purpose: orNull(purpose), mentor: roleWords(mentor), mentee: roleWords(mentee) };
}

// The own language stands last, so that leaving it out moves no other; its name and purpose are the programme's.
function shown({ settings: { language, name, purpose }, words }: ProgrammeSetUp) {
  const own = words.find((one) => one.language === language);
  return {
    words: [
      ...words.filter((one) => one.language !== language).map(typed),
      typed({ language, mentor: own?.mentor ?? null, mentee: own?.mentee ?? null, name, purpose }),
    ],
  };
}

/** The programme's own words, language by language: its name and purpose, and two labels if it wants any. */
export function WordsStep({ setUp, onDone, ways }: StepProps) {
  const say = useSay();
  const nameOf = useLanguageNames();
  const { language, name } = setUp.settings;
  const form = useRequestForm({
    initialValues: shown(setUp),
    request: useWriteSetUp(setUp.id),
    unsent: unsentStep(setUp, "words"),
    over: { read: setUp, again: useAgain(setUpKey(setUp.id)), values: shown },
    body: ({ words }, read) =>
      changed(read, {
        words: words.map(written).filter((one) => one.language !== language || one.mentor || one.mentee),
      }),
    onDone,
  });
  const { words } = form.fields.values;
  const left = offered.filter((tag) => !words.some((one) => one.language === tag));
  const add = (tag: string) =>
    form.fields.insertListItem(
      "words",
      typed({ language: tag, name, purpose: "", mentor: null, mentee: null }),
      0,
    );
  return (
    <RequestForm form={form} submit={say("set_up_programme.go_on")} beside={ways}>
      <p className="quiet">{say("set_up_programme.words_hint")}</p>
      <LanguageWords form={form} at={words.length - 1} title={nameOf(language)} />
      {words.slice(0, -1).map((one, at) => (
        <section key={one.language} className="stack" aria-label={nameOf(one.language)}>
          <div className="row spread">
            <h3>{nameOf(one.language)}</h3>
            <Button
              kind="bare"
              label={say("set_up_programme.remove_language", { language: nameOf(one.language) })}
              onClick={() => form.fields.removeListItem("words", at)}
            >
              {say("set_up_programme.remove")}
            </Button>
          </div>
          <TextField
            label={say("set_up_programme.name_in", { language: nameOf(one.language) })}
            autoComplete="off"
            {...form.fields.getInputProps(`words.${at}.name`)}
          />
          <LongTextField
            label={say("set_up_programme.purpose_in", { language: nameOf(one.language) })}
            rows={2}
            {...form.fields.getInputProps(`words.${at}.purpose`)}
          />
          <LanguageWords form={form} at={at} />
        </section>
      ))}
      {left.length > 0 && (
        <div className="row">
          {left.map((tag) => (
            <Button key={tag} onClick={() => add(tag)}>
              {say("set_up_programme.add_language", { language: nameOf(tag) })}
            </Button>
          ))}
        </div>
      )}
    </RequestForm>
  );
}

interface LanguageWordsProps {
  form: RequestFormState<{ words: TypedWords[] }>;
  at: number;
  title?: string;
}

/** The two labels in one language, each in three forms, so that a language with genders has what it needs (rules G2). */
function LanguageWords({ form, at, title }: LanguageWordsProps) {
  const say = useSay();
  return (
    <div className="stack">
      {title && <h3>{title}</h3>}
      {sides.map((side) => (
        <fieldset key={side} className="stack">
          <legend>{say(`set_up_programme.word_for_${side}`)}</legend>
          <div className="filters">
            {forms.map((one) => (
              <TextField
                key={one}
                label={say(`set_up_programme.word_${one}`)}
                autoComplete="off"
                {...form.fields.getInputProps(`words.${at}.${side}.${one}`)}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
