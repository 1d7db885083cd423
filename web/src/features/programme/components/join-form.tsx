import { useAskToJoin } from "features/programme/api/open-call";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { ChoiceField } from "ui/form/choice-field";
import { TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

interface JoinFormProps {
  link: string;
  called: Called;
  limitedBy: "code" | "mail_domain";
  onDone: () => void;
}

/** A name, a side, and the code or an address: then the people who run it decide. */
export function JoinForm({ link, called, limitedBy, onDone }: JoinFormProps) {
  const say = useSay();
  const { choice } = useLabels(called);
  const form = useRequestForm({
    initialValues: { name: "", email: "", code: "", side: "mentor" },
    request: useAskToJoin(link),
    body: ({ name, email, code, side }) => ({
      name,
      // What this call asks for is sent also when it is empty, so that it is refused together with the rest.
      email: email.trim() || (limitedBy === "mail_domain" ? "" : null),
      code: code.trim() || (limitedBy === "code" ? "" : null),
      side: side as "mentor" | "mentee",
    }),
    onDone,
  });
  const field = form.fields.getInputProps;
  return (
    <RequestForm form={form} submit={say("join.ask")}>
      <ChoiceField
        label={say("join.side")}
        options={[
          { value: "mentor", label: choice("mentor", say("join.side_bring")) },
          { value: "mentee", label: choice("mentee", say("join.side_want")) },
        ]}
        {...field("side")}
      />
      <TextField label={say("join.name")} autoComplete="name" {...field("name")} />
      {limitedBy === "code" && <TextField label={say("join.code")} autoComplete="off" {...field("code")} />}
      <TextField
        type="email"
        label={say("join.email")}
        hint={limitedBy === "code" ? say("join.email_hint") : undefined}
        autoComplete="email"
        {...field("email")}
      />
    </RequestForm>
  );
}
