import {
  type Form,
  formKey,
  useChangeQuestionnaire,
  useDraftQuestionnaire,
} from "features/questionnaire/api/forms";
import {
  asksForWords,
  type DraftValues,
  draftOf,
  emptyDraft,
  valuesOf,
} from "features/questionnaire/components/draft";
import { OwnQuestions } from "features/questionnaire/components/own-questions";
import { type FoundReader, ReaderField } from "features/questionnaire/components/reader-field";
import { useAgain } from "lib/api-client/again";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { TextField } from "ui/form/fields";
import { RequestForm, type RequestFormState, useRequestForm } from "ui/form/request-form";

interface FindingReader {
  called: Called | undefined;
  found: FoundReader[];
  search: string;
  onSearch: (typed: string) => void;
}

interface NewDraftFormProps extends FindingReader {
  programmeId: string;
  onDone: (id: string) => void;
}

/** Questions of a coordinator's own, written for the first time. */
export function NewDraftForm({ programmeId, onDone, ...look }: NewDraftFormProps) {
  const form = useRequestForm({
    initialValues: emptyDraft(),
    request: useDraftQuestionnaire(programmeId),
    body: (values) => draftOf(values, 0),
    onDone: ({ id }) => onDone(id),
  });
  return <DraftFields form={form} kind="filled" reader={null} {...look} />;
}

interface ChangeDraftFormProps extends FindingReader {
  draft: Form;
  onDone: () => void;
}

/** The same until they are opened. */
export function ChangeDraftForm({ draft, onDone, ...look }: ChangeDraftFormProps) {
  const form = useRequestForm({
    initialValues: valuesOf(draft),
    request: useChangeQuestionnaire(draft.id),
    over: { read: draft, again: useAgain<Form>(formKey(draft.id)), values: valuesOf },
    body: (values, { version }) => draftOf(values, version),
    onDone,
    unsent: `questionnaire_draft.${draft.id}`,
  });
  return <DraftFields form={form} kind="plain" reader={draft.reader} {...look} />;
}

interface DraftFieldsProps extends FindingReader {
  form: RequestFormState<DraftValues>;
  /** A draft that can be opened is no more the next step to save. */
  kind: "filled" | "plain";
  reader: string | null;
}

function DraftFields({ form, kind, reader, called, found, search, onSearch }: DraftFieldsProps) {
  const say = useSay();
  const labels = useLabels(called);
  const { values, getInputProps: field } = form.fields;
  return (
    <RequestForm form={form} submit={say("asking.save")} kind={kind}>
      <Card title={say("asking.what")}>
        <TextField label={say("asking.title")} hint={say("asking.title_hint")} {...field("title")} />
        <OwnQuestions fields={form.fields} />
        {asksForWords(values) && (
          <ReaderField
            reader={reader}
            found={found}
            search={search}
            onSearch={onSearch}
            {...field("reader_id")}
          />
        )}
      </Card>
      <Card title={say("asking.how")}>
        <ChoiceField
          label={say("asking.privacy")}
          options={[
            {
              value: "confidential",
              label: say("asking.confidential"),
              hint: say("asking.confidential_means"),
            },
            { value: "anonymous", label: say("asking.anonymous"), hint: say("asking.anonymous_means") },
          ]}
          {...field("privacy")}
        />
        <ChoiceField
          label={say("asking.audience")}
          options={[
            { value: "everybody", label: say("asking.audience_everybody") },
            { value: "mentors", label: labels.own("mentor") ?? say("asking.audience_bring") },
            { value: "mentees", label: labels.own("mentee") ?? say("asking.audience_want") },
          ]}
          {...field("audience")}
        />
      </Card>
    </RequestForm>
  );
}
