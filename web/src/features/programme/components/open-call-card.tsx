import {
  type OpenCall,
  useCloseCall,
  useJoinRequests,
  useOpenCall,
  useOpenCallOf,
  useWelcome,
} from "features/programme/api/open-call";
import { foundIn } from "lib/api-client/list";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { DayField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { useFinding, useSortWords } from "ui/list/finding";
import { FoundList } from "ui/list/found-list";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

/** The programme link, limited by a code or a mail domain, and who asked to join by it. */
export function OpenCallCard({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const [isWanted, setWanted] = useState(false);
  return (
    <Card title={say("open_call.title")}>
      <JoinRequests programmeId={programmeId} />
      <details onToggle={(event) => setWanted(event.currentTarget.open)}>
        <summary>{say("open_call.open")}</summary>
        <div className="stack">
          <CurrentLink programmeId={programmeId} isWanted={isWanted} />
          <OpenForm programmeId={programmeId} />
        </div>
      </details>
    </Card>
  );
}

/** The link that opens now, looked for when somebody wants to see it. */
function CurrentLink({ programmeId, isWanted }: { programmeId: string; isWanted: boolean }) {
  const say = useSay();
  const call = useOpenCallOf(programmeId, isWanted);
  return (
    <Answered query={call}>
      {(open) =>
        open ? (
          <>
            <OpenLink programmeId={programmeId} call={open} />
            <p className="quiet">{say("open_call.open_another")}</p>
          </>
        ) : (
          <p className="quiet">{say("open_call.none")}</p>
        )
      }
    </Answered>
  );
}

function JoinRequests({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const { words, times } = useSortWords();
  const finding = useFinding([...times("asked_at").reverse(), ...words("name", say("people.name"))]);
  const requests = useJoinRequests(programmeId, finding.asked);
  const welcome = useWelcome();
  return (
    <FoundList finding={finding} list={foundIn(requests)} empty={say("open_call.nobody_asked")}>
      {(rows) => (
        <ul className="stack">
          {rows.map(({ id, name, email, side }) => (
            <li key={id}>
              <span className="row">
                <span>{say(`open_call.asks_${side}`, { name, email: email ?? "none" })}</span>
                <Button
                  label={say("open_call.welcome_name", { name })}
                  onClick={() => welcome.mutate({ id, is_welcome: true })}
                >
                  {say("open_call.welcome")}
                </Button>
                <Button
                  kind="bare"
                  label={say("open_call.not_here_name", { name })}
                  onClick={() => welcome.mutate({ id, is_welcome: false })}
                >
                  {say("open_call.not_here")}
                </Button>
                {welcome.variables?.id === id && <Trouble of={welcome.error} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </FoundList>
  );
}

function OpenLink({ programmeId, call }: { programmeId: string; call: OpenCall }) {
  const say = useSay();
  const dates = useDates();
  const close = useCloseCall(programmeId);
  return (
    <>
      <TextField
        label={say("open_call.the_link")}
        hint={
          call.limited_by === "code"
            ? say("open_call.link", { code: call.code })
            : say("open_call.link_of_domain", { domain: call.mail_domain })
        }
        value={call.link}
        readOnly
      />
      <div className="row spread">
        <span className="small quiet">{say("open_call.open_until", { day: dates.day(call.closes_on) })}</span>
        <Button kind="bare" busy={close.isPending} onClick={() => close.mutate()}>
          {say("open_call.close")}
        </Button>
      </div>
      <Trouble of={close.error} />
    </>
  );
}

function OpenForm({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { limited_by: "code" as OpenCall["limited_by"], code: "", mail_domain: "", closes_on: "" },
    request: useOpenCall(programmeId),
    body: ({ limited_by, code, mail_domain, closes_on }) => ({
      limited_by,
      code: limited_by === "code" ? code.trim() || null : null,
      mail_domain: limited_by === "mail_domain" ? mail_domain.trim() || null : null,
      closes_on,
    }),
  });
  const field = form.fields.getInputProps;
  return (
    <RequestForm form={form} submit={say("open_call.make_link")} kind="plain">
      <ChoiceField
        label={say("open_call.limited_by")}
        options={(["code", "mail_domain"] as const).map((value) => ({
          value,
          label: say(`open_call.by_${value}`),
        }))}
        {...field("limited_by")}
      />
      {form.fields.values.limited_by === "code" ? (
        <TextField
          label={say("open_call.code")}
          hint={say("open_call.code_hint")}
          autoComplete="off"
          {...field("code")}
        />
      ) : (
        <TextField
          label={say("open_call.mail_domain")}
          hint={say("open_call.mail_domain_hint")}
          autoComplete="off"
          {...field("mail_domain")}
        />
      )}
      <DayField label={say("open_call.closes_on")} {...field("closes_on")} />
    </RequestForm>
  );
}
