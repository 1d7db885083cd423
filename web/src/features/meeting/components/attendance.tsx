import type { UseMutationResult } from "@tanstack/react-query";
import type { Coming } from "features/meeting/api/attendance";
import type { Shape } from "lib/api-client/api";
import { useSay } from "lib/i18n/say";
import { ChoiceField } from "ui/form/choice-field";
import { Trouble } from "ui/state/trouble";

const answers = ["accepted", "tentative", "declined"] as const;

interface AttendanceProps {
  attend: UseMutationResult<unknown, Error, Shape<"AttendanceInput">>;
  sequence: number;
  /** One's own answer. */
  own: Coming | null | undefined;
}

/** Whether one comes to a date that is set, as one would say in a calendar. */
export function Attendance({ attend, sequence, own }: AttendanceProps) {
  const say = useSay();
  return (
    <>
      <ChoiceField
        label={say("meeting.do_you_come")}
        value={own ?? ""}
        onChange={(chosen) =>
          attend.mutate({ sequence, answer: answers.find((one) => one === chosen) ?? "accepted" })
        }
        options={answers.map((value) => ({ value, label: say(`meeting.coming_${value}`) }))}
      />
      <Trouble of={attend.error} />
    </>
  );
}

/** What the other answered, when they did. */
export function PartnersAttendance({ partner, answer }: { partner: string; answer: Coming | undefined }) {
  const say = useSay();
  return answer ? <p className="quiet">{say(`meeting.partner_${answer}`, { partner })}</p> : null;
}
