import type { Agreement } from "features/pairing/api/show-agreement";
import { useSignAgreement, useWithdrawSignature } from "features/pairing/api/sign-agreement";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

interface AgreementSignatureProps {
  pairingId: string;
  partner: string;
  agreement: Agreement;
}

/** Who has signed what stands there now, and the place to sign. */
export function AgreementSignature({ pairingId, partner, agreement }: AgreementSignatureProps) {
  const say = useSay();
  const dates = useDates();
  const withdraw = useWithdrawSignature(pairingId);
  const form = useRequestForm({
    initialValues: { neither_decides: false },
    request: useSignAgreement(pairingId),
    body: (values) => ({ ...values, version: agreement.version }),
  });
  const theirs = agreement.side === "mentor" ? "mentee" : "mentor";
  const yoursAt = agreement.agreement_signed_at[agreement.side];
  const theirsAt = agreement.agreement_signed_at[theirs];

  return (
    <div className="stack">
      {(yoursAt || theirsAt) && (
        <p className="row">
          {yoursAt && <Tag tone="good">{say("agreement.you_signed", { day: dates.dayOf(yoursAt) })}</Tag>}
          {theirsAt && (
            <Tag tone="good">{say("agreement.partner_signed", { partner, day: dates.dayOf(theirsAt) })}</Tag>
          )}
          {yoursAt && !theirsAt && <span className="quiet">{say("agreement.waits_for", { partner })}</span>}
        </p>
      )}
      {agreement.allowed_actions.includes("sign_agreement") && (
        <RequestForm form={form} submit={say("agreement.sign")}>
          <TickField
            label={say("agreement.neither_decides", { partner })}
            {...form.fields.getInputProps("neither_decides", { type: "checkbox" })}
          />
        </RequestForm>
      )}
      {agreement.allowed_actions.includes("withdraw_signature") && (
        <div>
          <Button kind="bare" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {say("agreement.withdraw")}
          </Button>
        </div>
      )}
      <Trouble of={withdraw.error} />
    </div>
  );
}
