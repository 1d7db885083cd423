import { useOccurrences, useProposeMeetings } from "features/meeting/api/series";
import { RepeatPicker } from "features/meeting/components/repeat-picker";
import { filledIn, TimePicker, type WantedTime } from "features/meeting/components/time-picker";
import { WhereFields } from "features/meeting/components/where-form";
import type { Shape } from "lib/api-client/api";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Button } from "ui/button/button";
import { SelectField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

const activities = ["conversation", "shadowing", "visit", "floor_walk", "trying_out"] as const;
type Activity = (typeof activities)[number];

interface ProposeMeetingProps {
  pairingId: string;
  partner: string;
  channel: Shape<"ProposalRequest">["channel"];
  onDone: () => void;
}

/** A new conversation: up to three times, how and where. With one time only, the same hour again. */
export function ProposeMeeting({ pairingId, partner, channel, onDone }: ProposeMeetingProps) {
  const say = useSay();
  const own = useIntl().timeZone ?? "UTC";
  const [times, setTimes] = useState<WantedTime[]>([]);
  const [count, setCount] = useState(1);
  const [without, setWithout] = useState<string[]>([]);
  const only = filledIn(times).length === 1 ? filledIn(times)[0] : undefined;
  const form = useRequestForm({
    initialValues: { minutes: "45", channel, place: "", activity: "conversation" as Activity },
    request: useProposeMeetings(pairingId),
    body: (values) => ({
      isSeries: kept.length > 1,
      proposal: {
        ...values,
        minutes: Number(values.minutes),
        times:
          only && kept.length > 0
            ? kept.map(({ starts_local }) => ({ ...only, starts_local }))
            : filledIn(times),
      },
    }),
    onDone,
  });
  const occurrences = useOccurrences(pairingId, only, {
    count,
    minutes: Number(form.fields.values.minutes),
  });
  const kept = occurrences.filter(({ starts_local }) => !without.includes(starts_local));
  return (
    <RequestForm
      form={form}
      submit={say("meeting.propose_these")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("meeting.leave_it")}
        </Button>
      }
    >
      <TimePicker
        slotsOf={{ pairingId }}
        partner={partner}
        timeZone={own}
        times={times}
        onChange={setTimes}
      />
      {only && (
        <RepeatPicker
          count={count}
          onCount={setCount}
          occurrences={occurrences}
          without={without}
          onWithout={setWithout}
        />
      )}
      {kept.length < 2 && (
        <SelectField
          label={say("meeting.activity")}
          sees={say("meeting.sees_two")}
          options={activities.map((one) => ({ value: one, label: say(`activity.${one}`) }))}
          {...form.fields.getInputProps("activity")}
        />
      )}
      <WhereFields field={form.fields.getInputProps} />
    </RequestForm>
  );
}
