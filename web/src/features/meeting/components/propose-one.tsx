import type { UseMutationResult } from "@tanstack/react-query";
import type { SlotsOf } from "features/meeting/api/list-slots";
import { filledIn, TimePicker, type WantedTime } from "features/meeting/components/time-picker";
import { WhereFields } from "features/meeting/components/where-form";
import type { Shape } from "lib/api-client/api";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Button } from "ui/button/button";
import { RequestForm, useRequestForm } from "ui/form/request-form";

interface ProposeOneProps {
  slotsOf: SlotsOf;
  partner: string;
  person: string;
  channel: Shape<"ProposalRequest">["channel"];
  request: UseMutationResult<unknown, Error, Shape<"ProposalRequest">>;
  onDone: () => void;
}

/** A new conversation, by whoever keeps the dates: up to three times, how and where. */
export function ProposeOne({ slotsOf, partner, person, channel, request, onDone }: ProposeOneProps) {
  const say = useSay();
  const own = useIntl().timeZone ?? "UTC";
  const [times, setTimes] = useState<WantedTime[]>([]);
  const form = useRequestForm({
    initialValues: { minutes: "45", channel, place: "" },
    request,
    body: (values) => ({ ...values, minutes: Number(values.minutes), times: filledIn(times) }),
    onDone,
  });
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
        slotsOf={slotsOf}
        partner={partner}
        person={person}
        timeZone={own}
        times={times}
        onChange={setTimes}
      />
      <WhereFields field={form.fields.getInputProps} />
    </RequestForm>
  );
}
