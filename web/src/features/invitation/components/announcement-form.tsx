import {
  type AnnouncementInput,
  type AnnouncementPreview,
  type Announcements,
  type Audience,
  usePreviewAnnouncement,
  useSendAnnouncement,
} from "features/invitation/api/announcements";
import { type Called, useLabels } from "lib/i18n/called";
import { useLanguageNames } from "lib/i18n/language-names";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { ChoiceField } from "ui/form/choice-field";
import { LongTextField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Phone } from "ui/phone/phone";
import { Trouble } from "ui/state/trouble";
import { toast } from "ui/toast/toast";

// Those that Obverse is made for.
const offered = ["en", "fr", "de", "es"];
const audiences: Audience[] = ["everyone", "mentors", "mentees", "not_joined"];

interface AnnouncementFormProps {
  programmeId: string;
  called: Called | undefined;
  said: Announcements;
}

/** Writes to people: first it is looked at as they read it, then it goes, once. */
export function AnnouncementForm({ programmeId, called, said }: AnnouncementFormProps) {
  const say = useSay();
  const labels = useLabels(called);
  const nameOf = useLanguageNames();
  const own = said.own_language;
  const empty = { audience: "everyone" as Audience, texts: [{ language: own, title: "", text: "" }] };
  const [seen, setSeen] = useState<{ input: AnnouncementInput; preview: AnnouncementPreview }>();
  const form = useRequestForm({
    initialValues: empty,
    request: usePreviewAnnouncement(programmeId),
    unsent: `announcement ${programmeId}`,
    onDone: (preview, input) => setSeen({ input, preview }),
  });
  const { texts, audience } = form.fields.values;
  const field = form.fields.getInputProps;
  const left = offered.filter((tag) => !texts.some(({ language }) => language === tag));
  const people = (one: Audience) => say("news.people", { count: said.reach[one] });
  const nameOfAudience = (one: Audience) =>
    (one === "mentors" && labels.own("mentor")) ||
    (one === "mentees" && labels.own("mentee")) ||
    say(`news.to_${one}`);

  if (seen) {
    return (
      <Preview
        programmeId={programmeId}
        {...seen}
        to={nameOfAudience(seen.input.audience)}
        onBack={() => setSeen(undefined)}
        onSent={() => {
          form.fields.setValues(empty);
          setSeen(undefined);
        }}
      />
    );
  }
  return (
    <Card title={say("news.write")}>
      <RequestForm form={form} submit={say("news.look")}>
        <ChoiceField
          label={say("news.to")}
          options={audiences.map((value) => ({
            value,
            label: nameOfAudience(value),
            hint: value === "not_joined" ? say("news.not_joined_hint") : people(value),
          }))}
          value={audience}
          onChange={(value) => form.fields.setFieldValue("audience", value as Audience)}
        />
        {audience === "not_joined" && <p className="quiet">{people("not_joined")}</p>}
        {texts.map(({ language }, at) => (
          <section key={language} className="stack" aria-label={nameOf(language)}>
            {texts.length > 1 && (
              <div className="row spread">
                <h3>{nameOf(language)}</h3>
                {language !== own && (
                  <Button kind="bare" onClick={() => form.fields.removeListItem("texts", at)}>
                    {say("news.without", { language: nameOf(language) })}
                  </Button>
                )}
              </div>
            )}
            <TextField label={say("news.subject")} autoComplete="off" {...field(`texts.${at}.title`)} />
            <LongTextField
              label={say("news.text")}
              rows={6}
              sees={say("news.who_reads")}
              {...field(`texts.${at}.text`)}
            />
          </section>
        ))}
        {left.length > 0 && (
          <div className="row">
            {left.map((tag) => (
              <Button
                key={tag}
                kind="bare"
                onClick={() => form.fields.insertListItem("texts", { language: tag, title: "", text: "" })}
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

interface PreviewProps {
  programmeId: string;
  input: AnnouncementInput;
  preview: AnnouncementPreview;
  to: string;
  onBack: () => void;
  onSent: () => void;
}

function Preview({ programmeId, input, preview, to, onBack, onSent }: PreviewProps) {
  const say = useSay();
  const nameOf = useLanguageNames();
  const [isAsking, setAsking] = useState(false);
  const send = useSendAnnouncement(programmeId);
  const go = () =>
    send.mutate(input, {
      onSuccess: () => {
        toast(say("news.sent"));
        onSent();
      },
      onSettled: () => setAsking(false),
    });
  return (
    <Card title={say("news.as_it_is_read")}>
      <p>{say("news.goes_to", { to, count: preview.people })}</p>
      <p className="quiet">{say("news.made_up")}</p>
      <div className="row">
        {preview.mails.map(({ language, subject, body }) => (
          <Phone
            key={language}
            label={nameOf(language)}
            from={preview.mails.length > 1 ? nameOf(language) : say("news.a_mail")}
            about={subject}
            language={language}
          >
            <p className="written">{body}</p>
          </Phone>
        ))}
      </div>
      <div className="row">
        <Button kind="filled" onClick={() => setAsking(true)}>
          {say("news.send")}
        </Button>
        <Button kind="bare" onClick={onBack}>
          {say("news.write_on")}
        </Button>
      </div>
      <Trouble of={send.error} />
      <Confirm
        open={isAsking}
        question={say("news.send_question")}
        yes={say("news.send")}
        busy={send.isPending}
        onYes={go}
        onNo={() => setAsking(false)}
      >
        <p>{say("news.send_below", { to, count: preview.people })}</p>
      </Confirm>
    </Card>
  );
}
