import { type Lockable, type ProgrammeSettings, usePropose } from "features/representative/api/settings";
import { ChangeForm } from "features/representative/components/change-form";
import styles from "features/representative/components/facts.module.css";
import { useSettingWords } from "features/representative/components/setting-words";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Tag } from "ui/tag/tag";

/** What coordinator and employee representative can agree to change together alone, and what each may propose now. */
export function LockableCard({ read }: { read: ProgrammeSettings }) {
  const say = useSay();
  return (
    <Card title={say("agreed.lockable")}>
      <p>{say("agreed.lockable_below")}</p>
      {!read.is_represented && <p role="status">{say("agreed.nobody_represents")}</p>}
      <ul className={styles.list}>
        {read.lockable.map((one) => (
          <LockableRow key={one.setting} programmeId={read.programme_id} one={one} />
        ))}
      </ul>
    </Card>
  );
}

type Kind = Lockable["may_propose"][number];

function LockableRow({ programmeId, one }: { programmeId: string; one: Lockable }) {
  const say = useSay();
  const dates = useDates();
  const { label, value } = useSettingWords();
  const [proposing, setProposing] = useState<Kind>();
  const done = () => setProposing(undefined);
  return (
    <li>
      <div className="row spread">
        <strong>{label(one.setting)}</strong>
        {one.locked_on ? (
          <Tag>{say("agreed.locked_since", { day: dates.day(one.locked_on) })}</Tag>
        ) : (
          <span className="quiet small">{say("agreed.not_locked")}</span>
        )}
      </div>
      <p className="quiet">{value(one.setting, one.value)}</p>
      {one.is_waiting && <p className="small">{say("agreed.waits")}</p>}
      {!proposing && one.may_propose.length > 0 && (
        <div className="row">
          {one.may_propose.map((kind) => (
            <Button
              key={kind}
              label={say("agreed.propose_what", {
                what: say(`agreed.propose_${kind}`),
                setting: label(one.setting),
              })}
              onClick={() => setProposing(kind)}
            >
              {say(`agreed.propose_${kind}`)}
            </Button>
          ))}
        </div>
      )}
      {proposing === "change" && <ChangeForm programmeId={programmeId} one={one} onDone={done} />}
      {(proposing === "lock" || proposing === "unlock") && (
        <ProposeForm programmeId={programmeId} one={one} kind={proposing} onDone={done} />
      )}
    </li>
  );
}

interface ProposeFormProps {
  programmeId: string;
  one: Lockable;
  kind: "lock" | "unlock";
  onDone: () => void;
}

function ProposeForm({ programmeId, one, kind, onDone }: ProposeFormProps) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { reason: "" },
    request: usePropose(programmeId),
    body: ({ reason }) => ({ kind, setting: one.setting, ...(reason.trim() ? { reason } : {}) }),
    onDone,
  });
  return (
    <RequestForm
      form={form}
      submit={say("agreed.send")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("ui.go_back")}
        </Button>
      }
    >
      <p>{say(`agreed.what_${kind}_does`)}</p>
      <LongTextField
        label={say("agreed.why")}
        hint={say("agreed.why_hint")}
        {...form.fields.getInputProps("reason")}
      />
    </RequestForm>
  );
}
