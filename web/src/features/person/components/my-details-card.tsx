import { type MyDetails, useChangeMyDetails, useMyDetails } from "features/person/api/my-details";
import { useAgain } from "lib/api-client/again";
import { useLanguageNames } from "lib/i18n/language-names";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { SelectField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { WhileTyping } from "ui/form/while-typing";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";
import { toast } from "ui/toast/toast";

/** How I want to be called, my language and my clock. */
export function MyDetailsCard() {
  const say = useSay();
  const details = useMyDetails();
  return (
    <Card title={say("settings.you")} beside={<Sees>{say("settings.who_sees_you")}</Sees>}>
      <Answered query={details}>
        {(mine) => (
          <WhileTyping latest={mine}>{(held, sent) => <DetailsForm mine={held} onSent={sent} />}</WhileTyping>
        )}
      </Answered>
    </Card>
  );
}

const shown = (mine: MyDetails) => ({
  called_name: mine.called_name ?? "",
  pronouns: mine.pronouns ?? "",
  language: mine.language,
  time_zone: mine.time_zone,
});

function DetailsForm({ mine, onSent }: { mine: MyDetails; onSent: () => void }) {
  const say = useSay();
  const nameOf = useLanguageNames();
  const again = useAgain<MyDetails>(["my_details"]);
  const form = useRequestForm({
    initialValues: shown(mine),
    request: useChangeMyDetails(),
    over: { read: mine, again, values: shown, onTaken: onSent },
    body: ({ called_name, pronouns, language, time_zone }, { version }) => ({
      version,
      called_name: called_name.trim() || null,
      pronouns: pronouns.trim() || null,
      language,
      time_zone,
    }),
    onDone: () => {
      onSent();
      toast(say("ui.saved"));
    },
  });
  const field = form.fields.getInputProps;
  const languages = [...new Set([mine.language, ...mine.languages])];
  return (
    <RequestForm form={form} submit={say("ui.save")} kind="plain">
      <TextField
        label={say("settings.called_name")}
        hint={say("settings.called_name_hint", { name: mine.name })}
        autoComplete="nickname"
        {...field("called_name")}
      />
      <TextField
        label={say("settings.pronouns")}
        hint={say("settings.pronouns_hint")}
        autoComplete="off"
        {...field("pronouns")}
      />
      {languages.length > 1 && (
        <SelectField
          label={say("settings.language")}
          options={languages.map((value) => ({ value, label: nameOf(value) }))}
          {...field("language")}
        />
      )}
      <SelectField
        label={say("settings.time_zone")}
        hint={say("settings.time_zone_hint")}
        options={timeZones(mine.time_zone)}
        {...field("time_zone")}
      />
    </RequestForm>
  );
}

/** Every zone the browser knows, and the one that is set, whatever it is called. */
function timeZones(current: string) {
  const known = Intl.supportedValuesOf("timeZone");
  return [...new Set([current, "UTC", ...known])].sort().map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));
}
