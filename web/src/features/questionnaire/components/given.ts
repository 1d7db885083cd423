import type { Answer, AskedQuestion } from "features/questionnaire/api/questionnaires";

/** What somebody has answered so far, by question. What is left out is not there. */
export type Given = Readonly<Record<string, Answer>>;

/** In the order of the questions: two that say the same are equal as text. */
export function answersOf(questions: readonly AskedQuestion[], given: Given): Answer[] {
  return questions.flatMap(({ key }) => {
    const answer = given[key];
    if (!answer || (answer.text !== null && answer.text.trim() === "")) return [];
    return [{ question: key, value: answer.value ?? null, text: answer.text ?? null }];
  });
}

export function givenOf(answers: readonly Answer[]): Given {
  return Object.fromEntries(answers.map((answer) => [answer.question, answer]));
}

export function withAnswer(given: Given, key: string, answer: Answer | undefined): Given {
  const { [key]: _, ...others } = given;
  return answer ? { ...others, [key]: answer } : others;
}
