import type { Draft, Form, OwnQuestion } from "features/questionnaire/api/forms";

/** What a coordinator may ask of their own. */
export const ownKinds = ["agreement", "choice", "text"] as const;
export type OwnKind = (typeof ownKinds)[number];

/** A draft as it stands in the form: choices one a line. */
export interface DraftValues extends Record<string, unknown> {
  title: string;
  privacy: string;
  audience: string;
  questions: { key: string; kind: OwnKind; text: string; choices: string }[];
  reader_id: string;
}

export const newQuestion = (kind: OwnKind): DraftValues["questions"][number] => ({
  key: crypto.randomUUID(),
  kind,
  text: "",
  choices: "",
});

export const emptyDraft = (): DraftValues => ({
  title: "",
  privacy: "confidential",
  audience: "everybody",
  questions: [newQuestion("agreement")],
  reader_id: "",
});

const questionsOf = (form: Form) => (form.of_mentors.length > 0 ? form.of_mentors : form.of_mentees);

export const valuesOf = (form: Form): DraftValues => ({
  title: form.title,
  privacy: form.is_anonymous ? "anonymous" : "confidential",
  audience: form.audience,
  questions: questionsOf(form).map(({ key, kind, text, choices }) => ({
    key,
    kind: kind as OwnKind,
    text,
    choices: choices.join("\n"),
  })),
  reader_id: form.reader_id ?? "",
});

export function draftOf(values: DraftValues, version: number): Draft {
  const questions = values.questions.map(
    ({ kind, text, choices }): OwnQuestion => ({
      kind,
      text: text.trim(),
      choices: kind === "choice" ? linesOf(choices) : [],
    }),
  );
  return {
    version,
    title: values.title.trim(),
    is_anonymous: values.privacy === "anonymous",
    audience: values.audience as Draft["audience"],
    questions,
    reader_id: asksForWords(values) ? values.reader_id || null : null,
  };
}

export const asksForWords = ({ questions }: Pick<DraftValues, "questions">) =>
  questions.some(({ kind }) => kind === "text");

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
