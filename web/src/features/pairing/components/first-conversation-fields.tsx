import type { Pairing } from "features/pairing/api/show-pairing";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { ChoiceField } from "ui/form/choice-field";
import { TextField } from "ui/form/fields";
import type { RequestFormState } from "ui/form/request-form";

interface FirstConversationFieldsProps {
  form: RequestFormState<{
    starts_local: string;
    mode: NonNullable<Pairing["exploratory_meeting"]>["mode"];
    place: string;
  }>;
  /** Of the clock on the wall that the date is typed by. */
  zone: string;
  /** Who sees the place. */
  sees?: ReactNode;
}

/** When, how and where the two first talk. */
export function FirstConversationFields({ form, zone, sees }: FirstConversationFieldsProps) {
  const say = useSay();
  const field = form.fields.getInputProps;
  return (
    <>
      <TextField
        type="datetime-local"
        label={say("pairing.when")}
        hint={say("pairing.when_hint", { zone })}
        {...field("starts_local")}
      />
      <ChoiceField
        label={say("pairing.how")}
        options={(["in_person", "video", "call"] as const).map((mode) => ({
          value: mode,
          label: say(`pairing.mode_${mode}`),
        }))}
        {...field("mode")}
      />
      <TextField
        label={say("pairing.where")}
        hint={say("pairing.where_hint")}
        sees={sees}
        {...field("place")}
      />
    </>
  );
}
