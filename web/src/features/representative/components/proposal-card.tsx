import { Link } from "@tanstack/react-router";
import { type Proposal, useAnswerProposal, useTakeProposalBack } from "features/representative/api/settings";
import styles from "features/representative/components/facts.module.css";
import { useSettingWords } from "features/representative/components/setting-words";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

/** One proposal about a setting, and what may be answered to it. */
export function ProposalCard({
  proposal,
  withProgramme = false,
}: {
  proposal: Proposal;
  withProgramme?: boolean;
}) {
  const say = useSay();
  const dates = useDates();
  const { label, value } = useSettingWords();
  const { kind, setting } = proposal;
  return (
    <Card
      title={say(`agreed.title_${kind}`, { setting: label(setting) })}
      beside={<Tag>{say(`agreed.state_${proposal.state}`)}</Tag>}
    >
      {withProgramme && (
        <p>
          <Link to="/agreed-settings/$programme_id" params={{ programme_id: proposal.programme_id }}>
            {proposal.programme.name}
          </Link>
        </p>
      )}
      <dl className={styles.facts}>
        <div>
          <dt className="small quiet">{say(kind === "change" ? "agreed.now" : "agreed.value")}</dt>
          <dd>{value(setting, proposal.before)}</dd>
        </div>
        {kind === "change" && (
          <div>
            <dt className="small quiet">{say("agreed.wanted")}</dt>
            <dd>{value(setting, proposal.wanted)}</dd>
          </div>
        )}
        {proposal.reason && (
          <div>
            <dt className="small quiet">{say("agreed.because")}</dt>
            <dd>{proposal.reason}</dd>
          </div>
        )}
      </dl>
      <p className="quiet small">
        {say("agreed.proposed", {
          name: proposal.proposed_by,
          side: proposal.side,
          day: dates.moment(proposal.proposed_at),
        })}{" "}
        {proposal.state === "open" && say("agreed.answer_by", { day: dates.day(proposal.lapses_on) })}
      </p>
      {proposal.answered_by && (
        <p className="small">
          {say("agreed.answered", { name: proposal.answered_by, state: proposal.state })}
          {proposal.answer_reason && ` ${proposal.answer_reason}`}
        </p>
      )}
      {proposal.allowed_actions.includes("agree") && <AnswerForm proposal={proposal} />}
      {proposal.allowed_actions.includes("take_back") && <TakeBack id={proposal.id} />}
    </Card>
  );
}

function AnswerForm({ proposal }: { proposal: Proposal }) {
  const say = useSay();
  const [declining, setDeclining] = useState(false);
  const agree = useAnswerProposal(proposal.id);
  const form = useRequestForm({
    initialValues: { reason: "" },
    request: useAnswerProposal(proposal.id),
    body: ({ reason }) => ({ agrees: false, ...(reason.trim() ? { reason } : {}) }),
  });
  if (declining)
    return (
      <RequestForm
        form={form}
        kind="plain"
        submit={say("agreed.decline")}
        beside={
          <Button kind="bare" onClick={() => setDeclining(false)}>
            {say("ui.go_back")}
          </Button>
        }
      >
        <LongTextField
          label={say("agreed.why_not")}
          hint={say("agreed.why_hint")}
          {...form.fields.getInputProps("reason")}
        />
      </RequestForm>
    );
  return (
    <>
      <p>{say(`agreed.agreeing_${proposal.kind}`)}</p>
      <div className="row">
        <Button kind="filled" busy={agree.isPending} onClick={() => agree.mutate({ agrees: true })}>
          {say("agreed.agree")}
        </Button>
        <Button onClick={() => setDeclining(true)}>{say("agreed.decline")}</Button>
      </div>
      <Trouble of={agree.error} />
    </>
  );
}

function TakeBack({ id }: { id: string }) {
  const say = useSay();
  const takeBack = useTakeProposalBack(id);
  return (
    <>
      <div>
        <Button busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {say("agreed.take_back")}
        </Button>
      </div>
      <Trouble of={takeBack.error} />
    </>
  );
}
