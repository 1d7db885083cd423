import { type Agreement, useAgreement } from "features/pairing/api/show-agreement";
import { AgreementForm } from "features/pairing/components/agreement-form";
import { AgreementSignature } from "features/pairing/components/agreement-signature";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Lane, Lanes } from "ui/lanes/lanes";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";

interface AgreementCardProps {
  pairingId: string;
  partner: string;
}

/** Five lines that two people agree on, drafted from what they bring and want. */
export function AgreementCard({ pairingId, partner }: AgreementCardProps) {
  const say = useSay();
  const agreement = useAgreement(pairingId);
  return (
    <Card title={say("agreement.title")} beside={<Sees>{say("pairing.sees_both", { partner })}</Sees>}>
      <Answered query={agreement}>
        {(one) => <AgreementBody pairingId={pairingId} partner={partner} agreement={one} />}
      </Answered>
    </Card>
  );
}

function AgreementBody({ pairingId, partner, agreement }: AgreementCardProps & { agreement: Agreement }) {
  const say = useSay();
  // What somebody writes over stays under their hands, whatever the other writes meanwhile.
  const [writtenOver, setWrittenOver] = useState<Agreement>();
  const mayChange = agreement.allowed_actions.includes("change_agreement");
  const isDraft = (one: Agreement) => one.version === 0;
  const shown = writtenOver ?? agreement;

  if (writtenOver || (isDraft(agreement) && mayChange)) {
    const close = () => setWrittenOver(undefined);
    return (
      <div className="stack" onChange={() => setWrittenOver(shown)}>
        <AgreementForm
          key={shown.version}
          pairingId={pairingId}
          partner={partner}
          agreement={shown}
          onDone={close}
          {...(isDraft(agreement) ? {} : { onCancel: close })}
        />
      </div>
    );
  }
  return (
    <>
      <AgreementText agreement={agreement} partner={partner} />
      <AgreementSignature
        key={agreement.version}
        pairingId={pairingId}
        partner={partner}
        agreement={agreement}
      />
      {mayChange && (
        <div>
          <Button kind="bare" onClick={() => setWrittenOver(agreement)}>
            {say("agreement.change")}
          </Button>
        </div>
      )}
    </>
  );
}

function AgreementText({ agreement, partner }: { agreement: Agreement; partner: string }) {
  const say = useSay();
  const dates = useDates();
  const who = (side: Agreement["side"]) => (side === agreement.side ? "you" : "partner");
  const outcomes = { mentor: agreement.mentor_outcomes, mentee: agreement.mentee_outcomes };
  const theirs = agreement.side === "mentor" ? "mentee" : "mentor";
  const laneOf = (side: Agreement["side"]) => (side === "mentor" ? "teaches" : "learns");
  return (
    <>
      <Lanes>
        <Lane side={laneOf(agreement.side)} title={say("agreement.you_take_away")}>
          <OutcomeList outcomes={outcomes[agreement.side]} />
        </Lane>
        <Lane side={laneOf(theirs)} title={say("agreement.partner_takes_away", { partner })}>
          <OutcomeList outcomes={outcomes[theirs]} />
        </Lane>
      </Lanes>
      <p>
        <Say
          k="agreement.in_words"
          values={{
            cadence: say(`cadence.${agreement.cadence}`),
            channel: say(`channel.${agreement.channel}`),
            notice: agreement.notice_days,
            ends_on: dates.day(agreement.ends_on),
            partner,
            books: who(agreement.booking_side),
            leads: who(agreement.leading_side),
          }}
        />
      </p>
    </>
  );
}

function OutcomeList({ outcomes }: { outcomes: string[] }) {
  const say = useSay();
  if (outcomes.length === 0) return <p className="quiet">{say("agreement.no_outcome")}</p>;
  return outcomes.map((outcome) => <p key={outcome}>{outcome}</p>);
}
