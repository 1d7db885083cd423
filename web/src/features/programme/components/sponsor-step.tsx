import { type AskedSponsor, useAskSponsor, useSponsor } from "features/programme/api/ask-sponsor";
import { orNull, type StepProps } from "features/programme/components/set-up-step";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { type ReactNode, useState } from "react";
import { Button, ButtonAnchor, ButtonLink } from "ui/button/button";
import { ChoiceField } from "ui/form/choice-field";
import { TextField } from "ui/form/fields";
import { FormFoot } from "ui/form/form-foot";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Answered } from "ui/state/states";
import { Tag } from "ui/tag/tag";
import { toast } from "ui/toast/toast";

/** A colleague found by name; whoever draws the step knows how to look. */
interface FoundPerson {
  id: string;
  name: string;
  job_title?: string | null;
}

interface SponsorStepProps extends StepProps {
  found: FoundPerson[];
  search: string;
  onSearch: (typed: string) => void;
}

/** Who stands for it: asked by a link that is mailed, copied or printed, and accepted with one tap. */
export function SponsorStep({ setUp, onDone, ways, ...look }: SponsorStepProps) {
  const say = useSay();
  const sponsor = useSponsor(setUp.id, setUp.sponsor !== null);
  const [asksAgain, setAsksAgain] = useState(false);
  return (
    <div className="stack">
      {setUp.missing.includes("second_coordinator") && <p>{say("programme.missing_second_coordinator")}</p>}
      {setUp.sponsor && (
        <>
          <Answered query={sponsor}>{(asked) => <Asked programmeId={setUp.id} sponsor={asked} />}</Answered>
          {asksAgain ? (
            <AskForm programmeId={setUp.id} onAsked={() => setAsksAgain(false)} {...look} />
          ) : (
            <div>
              <Button kind="bare" onClick={() => setAsksAgain(true)}>
                {say("sponsor.ask_other")}
              </Button>
            </div>
          )}
          <FormFoot>
            <Button kind="filled" onClick={onDone}>
              {say("ui.go_on")}
            </Button>
            {ways}
          </FormFoot>
        </>
      )}
      {!setUp.sponsor && (
        <AskForm
          programmeId={setUp.id}
          isFirst
          onAsked={() => {}}
          beside={
            <>
              <Button onClick={onDone}>{say("set_up_programme.ask_later")}</Button>
              {ways}
            </>
          }
          {...look}
        />
      )}
    </div>
  );
}

function Asked({ programmeId, sponsor }: { programmeId: string; sponsor: AskedSponsor }) {
  const say = useSay();
  const dates = useDates();
  if (sponsor.accepted_at) {
    return (
      <p className="row">
        <strong>{sponsor.name}</strong>
        <Tag tone="good">{say("sponsor.accepted", { day: dates.dayOf(sponsor.accepted_at) })}</Tag>
      </p>
    );
  }
  const copy = async () => {
    await navigator.clipboard.writeText(sponsor.link);
    toast(say("sponsor.copied"));
  };
  const words = new URLSearchParams({
    subject: say("sponsor.mail_subject"),
    body: say("sponsor.mail_body", { name: sponsor.name, link: sponsor.link }),
  });
  // Mail programs read a plus as a plus.
  const mail = `mailto:${sponsor.email ?? ""}?${words.toString().replaceAll("+", "%20")}`;
  return (
    <>
      <p className="row">
        <strong>{sponsor.name}</strong>
        <Tag tone="wait">{say("sponsor.waiting")}</Tag>
      </p>
      {sponsor.person_id && sponsor.email && <p className="quiet">{say("sponsor.was_mailed")}</p>}
      <TextField
        label={say("sponsor.link")}
        hint={say("sponsor.link_hint", { day: dates.day(sponsor.link_expires_at.slice(0, 10)) })}
        value={sponsor.link}
        readOnly
      />
      <div className="row">
        <Button onClick={() => void copy()}>{say("sponsor.copy")}</Button>
        <ButtonAnchor href={mail}>{say("sponsor.write_mail")}</ButtonAnchor>
        <ButtonLink to="/programmes/$programme_id/sponsor-letter" params={{ programme_id: programmeId }}>
          {say("sponsor.letter")}
        </ButtonLink>
      </div>
    </>
  );
}

interface AskFormProps {
  programmeId: string;
  /** Nobody has been asked yet: asking is what the step is for. */
  isFirst?: boolean;
  beside?: ReactNode;
  onAsked: () => void;
  found: FoundPerson[];
  search: string;
  onSearch: (typed: string) => void;
}

function AskForm({ programmeId, isFirst, beside, onAsked, found, search, onSearch }: AskFormProps) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { from: "inside", person_id: "", name: "", email: "" },
    request: useAskSponsor(programmeId),
    body: ({ from, person_id, name, email }) =>
      from === "inside"
        ? { person_id: orNull(person_id), name: null, email: null }
        : { person_id: null, name: orNull(name), email: orNull(email) },
    onDone: onAsked,
  });
  const { from } = form.fields.values;
  const field = form.fields.getInputProps;
  return (
    <RequestForm form={form} submit={say("sponsor.ask")} kind={isFirst ? "filled" : "plain"} beside={beside}>
      <ChoiceField
        label={say("sponsor.from")}
        options={[
          { value: "inside", label: say("sponsor.from_inside") },
          { value: "outside", label: say("sponsor.from_outside") },
        ]}
        {...field("from")}
      />
      {from === "inside" ? (
        <>
          <TextField
            type="search"
            label={say("sponsor.look_for")}
            value={search}
            onChange={(event: { target: { value: string } }) => onSearch(event.target.value)}
          />
          {search.trim() !== "" && (
            <ChoiceField
              label={say("sponsor.whom")}
              hint={found.length === 0 ? say("people.nobody_found") : undefined}
              options={found.slice(0, 8).map((one) => ({
                value: one.id,
                label: one.name,
                ...(one.job_title ? { hint: one.job_title } : {}),
              }))}
              {...field("person_id")}
            />
          )}
        </>
      ) : (
        <div className="thirds">
          <TextField label={say("sponsor.name")} autoComplete="off" {...field("name")} />
          <TextField
            type="email"
            label={say("people.email")}
            hint={say("sponsor.email_hint")}
            autoComplete="off"
            {...field("email")}
          />
        </div>
      )}
    </RequestForm>
  );
}
