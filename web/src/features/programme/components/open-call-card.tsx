import { useJoinRequests, useOpenCall, useWelcome } from "features/programme/api/open-call";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { DayField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Answered } from "ui/state/states";

/** The programme link with its code, and who asked to join by it. */
export function OpenCallCard({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const open = useOpenCall(programmeId);
  const requests = useJoinRequests(programmeId);
  const welcome = useWelcome();
  const form = useRequestForm({
    initialValues: { code: "", closes_on: "" },
    request: open,
    body: ({ code, closes_on }) => ({
      limited_by: "code" as const,
      code: code.trim() || null,
      mail_domain: null,
      closes_on,
    }),
  });
  return (
    <Card title={say("open_call.title")}>
      <Answered query={requests}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say("open_call.nobody_asked")}</p>
          ) : (
            <ul className="stack">
              {items.map(({ id, name, email, side }) => (
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
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <details>
        <summary>{say("open_call.open")}</summary>
        <RequestForm form={form} submit={say("open_call.make_link")} kind="plain">
          <TextField
            label={say("open_call.code")}
            hint={say("open_call.code_hint")}
            autoComplete="off"
            {...form.fields.getInputProps("code")}
          />
          <DayField label={say("open_call.closes_on")} {...form.fields.getInputProps("closes_on")} />
        </RequestForm>
      </details>
      {open.data && (
        <p>
          {say("open_call.link", { code: open.data.code ?? "" })}{" "}
          <a href={open.data.link}>{open.data.link}</a>
        </p>
      )}
    </Card>
  );
}
