import type { SupervisorPage } from "features/supervisor/api/protected-time";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";

/** "June 2027" of "2027-06". */
export function useMonths() {
  const intl = useIntl();
  return (month: string) =>
    intl.formatDate(new Date(`${month}-01T00:00:00Z`), { month: "long", year: "numeric", timeZone: "UTC" });
}

/** What was answered, for whoever asked and for whoever answered. */
export function useAnswerInWords() {
  const say = useSay();
  const intl = useIntl();
  const monthOf = useMonths();
  return ({ answer, except_months }: Pick<SupervisorPage, "answer" | "except_months">) =>
    answer === "yes_except"
      ? say("supervisor.answered_yes_except", { months: intl.formatList(except_months.map(monthOf)) })
      : say(answer ? `supervisor.answered_${answer}` : "supervisor.answered_nothing");
}
