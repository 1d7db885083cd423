import type { QuestionBrief } from "features/voice/api/questions";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Tag } from "ui/tag/tag";

type Standing = Pick<QuestionBrief, "state" | "decide_by" | "deferrals">;

/** How far a question is, in a word: a date that moved is a new date, never a missed one. */
export function QuestionStanding({ question }: { question: Standing }) {
  const say = useSay();
  const { day } = useDates();
  const { state, decide_by, deferrals } = question;
  if (state === "closed") return <Tag tone="good">{say("voice.closed")}</Tag>;
  if (state === "overdue") return <Tag tone="wait">{say("voice.waits_for_date")}</Tag>;
  return <Tag>{say(deferrals > 0 ? "voice.new_date" : "voice.decide_by", { day: day(decide_by) })}</Tag>;
}
