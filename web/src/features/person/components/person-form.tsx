import { useAddPerson } from "features/person/api/add-person";
import { useChangePerson } from "features/person/api/change-person";
import type { Person } from "features/person/api/show-person";
import { useAgain } from "lib/api-client/again";
import { useSay } from "lib/i18n/say";
import { NumberField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { toast } from "ui/toast/toast";

interface Values extends Record<string, unknown> {
  name: string;
  email: string;
  job_title: string;
  department: string;
  site: string;
  level: number | string;
}

/** An empty field is none: nobody needs an address, a level, or two names. */
function written({ name, level, ...texts }: Values) {
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  return {
    name: name.trim(),
    email: orNull(texts.email),
    job_title: orNull(texts.job_title),
    department: orNull(texts.department),
    site: orNull(texts.site),
    level: level === "" ? null : Number(level),
  };
}

export function NewPersonForm({ onDone }: { onDone: (person: Person) => void }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { name: "", email: "", job_title: "", department: "", site: "", level: "" } as Values,
    request: useAddPerson(),
    body: written,
    onDone: (person) => {
      form.fields.reset();
      onDone(person);
    },
  });
  return (
    <RequestForm form={form} submit={say("people.add")}>
      <PersonFields field={form.fields.getInputProps} />
    </RequestForm>
  );
}

const shown = (person: Person): Values => ({
  name: person.name,
  email: person.email ?? "",
  job_title: person.job_title ?? "",
  department: person.department ?? "",
  site: person.site ?? "",
  level: person.level ?? "",
});

export function PersonForm({ person, onSent }: { person: Person; onSent: () => void }) {
  const say = useSay();
  const again = useAgain<Person>(["person", person.id]);
  const form = useRequestForm({
    initialValues: shown(person),
    request: useChangePerson(person.id),
    over: { read: person, again, values: shown, onTaken: onSent },
    body: (values, { version }) => ({ ...written(values), version }),
    onDone: () => {
      onSent();
      toast(say("ui.saved"));
    },
  });
  return (
    <RequestForm form={form} submit={say("ui.save")}>
      <PersonFields field={form.fields.getInputProps} />
    </RequestForm>
  );
}

function PersonFields({ field }: { field: (name: keyof Values & string) => object }) {
  const say = useSay();
  return (
    <div className="thirds">
      <TextField label={say("people.name")} autoComplete="off" {...field("name")} />
      <TextField
        type="email"
        label={say("people.email")}
        hint={say("people.email_hint")}
        {...field("email")}
      />
      <TextField label={say("people.job_title")} {...field("job_title")} />
      <TextField label={say("people.department")} {...field("department")} />
      <TextField label={say("people.site")} {...field("site")} />
      <NumberField label={say("people.level")} hint={say("people.level_hint")} {...field("level")} />
    </div>
  );
}
