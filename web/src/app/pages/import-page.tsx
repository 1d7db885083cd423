import { useNavigate } from "@tanstack/react-router";
import { useUploadPeople } from "features/person/api/people-import";
import { type ColumnMapping, useProposeMapping } from "features/person/api/propose-mapping";
import { readHeader } from "features/person/api/read-header";
import { ImportSource, type Source } from "features/person/components/import-source";
import { type ImportQuestion, MappingForm } from "features/person/components/mapping-form";
import { useMySession } from "features/signin/api/my-session";
import { Refusal } from "lib/api-client/refusal";
import { useSay } from "lib/i18n/say";
import { lazy, Suspense, useState } from "react";
import { Page } from "ui/page/page";
import { useFieldSentence, useRefusalSentence } from "ui/state/refusal-sentence";
import { Trouble } from "ui/state/trouble";

const ReportingLinesCard = lazy(async () => ({
  default: (await import("features/person/components/reporting-lines-card")).ReportingLinesCard,
}));

function questionsIn(error: Error | null): ImportQuestion[] {
  if (!(error instanceof Refusal)) return [];
  return error.fields
    .filter((field) => field.code === "needed")
    .map(({ pointer, params }) => ({ pointer, params: params ?? {} }));
}

/** People from a file or from pasted rows: first which column is what, then what would happen. */
export function ImportPage() {
  const say = useSay();
  const navigate = useNavigate();
  const sentenceOf = useRefusalSentence();
  const fieldSentenceOf = useFieldSentence();
  const [source, setSource] = useState<Source>();
  const [questions, setQuestions] = useState<ImportQuestion[]>([]);
  const isAdministrator = useMySession().data?.roles.some((one) => one.role === "administrator") ?? false;
  const propose = useProposeMapping();
  const upload = useUploadPeople();

  const choose = async (chosen: Source) => {
    setSource(chosen);
    setQuestions([]);
    upload.reset();
    // Cells of people are no headings: without headings only the places of the columns are sent.
    const places = chosen.examples?.map((_, at) => say("import.column_number", { number: at + 1 }));
    propose.mutate(places ?? (await readHeader(chosen.octets)));
  };
  const send = (mapping: ColumnMapping) => {
    if (!source) return;
    upload.mutate(
      { mapping, octets: source.octets, source: source.kind },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: "/administration/import/$import_id", params: { import_id: id } }),
        onError: (error) => {
          const asked = questionsIn(error);
          if (asked.length > 0) setQuestions(asked);
        },
      },
    );
  };
  const refusalOf = (error: Error): string => {
    if (questionsIn(error).length > 0) return say("import.please_answer");
    const field = error instanceof Refusal ? error.fields[0] : undefined;
    return field ? fieldSentenceOf(field) : sentenceOf(error);
  };

  return (
    <Page sentence={say("import.sentence")} title={say("nav.import")} below={say("import.below")}>
      {propose.data && source ? (
        <MappingForm
          proposal={propose.data}
          octets={source.octets}
          examples={source.examples}
          questions={questions}
          busy={upload.isPending}
          refusal={upload.error ? refusalOf(upload.error) : undefined}
          mayKeepUninvited={isAdministrator}
          onSend={send}
          onBack={() => propose.reset()}
        />
      ) : (
        <>
          <ImportSource onChosen={(chosen) => void choose(chosen)} />
          <Trouble of={propose.error} />
          <Suspense fallback={null}>
            <ReportingLinesCard mayConfirm={isAdministrator} />
          </Suspense>
        </>
      )}
    </Page>
  );
}
