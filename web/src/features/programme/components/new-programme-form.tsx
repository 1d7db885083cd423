import { useCreateProgramme } from "features/programme/api/create-programme";
import { useSay } from "lib/i18n/say";
import { NumberField, SelectField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

const directions = ["reverse", "reciprocal", "traditional", "peer"] as const;

/** A name and a size; everything else has a default that can be changed later. */
export function NewProgrammeForm({ onDone }: { onDone: (id: string) => void }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: {
      name: "",
      direction: "reverse" as (typeof directions)[number],
      planned_pairs: 15 as number | string,
    },
    request: useCreateProgramme(),
    body: (values) => ({ ...values, planned_pairs: Number(values.planned_pairs) }),
    onDone: ({ id }) => onDone(id),
  });
  const field = form.fields.getInputProps;
  return (
    <RequestForm form={form} submit={say("programme.set_up_one")}>
      <div className="thirds">
        <TextField label={say("programme.name")} hint={say("programme.name_hint")} {...field("name")} />
        <NumberField label={say("programme.planned_pairs")} min={1} {...field("planned_pairs")} />
        <SelectField
          label={say("programme.direction")}
          options={directions.map((one) => ({ value: one, label: say(`programme.direction_${one}`) }))}
          {...field("direction")}
        />
      </div>
    </RequestForm>
  );
}
