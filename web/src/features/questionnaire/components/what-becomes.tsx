import type { AskedQuestionnaire } from "features/questionnaire/api/questionnaires";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

export type Promised = Pick<
  AskedQuestionnaire,
  "is_anonymous" | "could_answer" | "closes_on" | "reader" | "questions"
>;

/** Who can and cannot ever learn what somebody answers: read before the first question. */
export function WhatBecomes({ asked }: { asked: Promised }) {
  const say = useSay();
  return (
    <Card title={say("questionnaire.what_becomes")}>
      {asked.is_anonymous ? <OfBallots asked={asked} /> : <OfConfidential asked={asked} />}
    </Card>
  );
}

function OfConfidential({ asked: { reader, questions } }: { asked: Promised }) {
  const say = useSay();
  const isInWords = questions.some(({ kind }) => kind === "text");
  return (
    <>
      <p>
        <Say k="questionnaire.confidential_key" />
      </p>
      <p>{say("questionnaire.confidential_read")}</p>
      {isInWords && reader && <p>{say("questionnaire.confidential_words", { reader })}</p>}
    </>
  );
}

function OfBallots({ asked: { could_answer, closes_on } }: { asked: Promised }) {
  const say = useSay();
  const dates = useDates();
  return (
    <>
      <p>
        <Say k="questionnaire.anonymous_whose" />
      </p>
      <p>{say("questionnaire.anonymous_until", { day: dates.day(closes_on) })}</p>
      <p>{say("questionnaire.anonymous_after", { count: could_answer })}</p>
      <p>{say("questionnaire.anonymous_end")}</p>
      <p className="quiet">{say("questionnaire.anonymous_lost")}</p>
    </>
  );
}
