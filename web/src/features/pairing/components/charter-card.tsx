import { useAgreement } from "features/pairing/api/show-agreement";
import { useCharter, useSignCharter } from "features/pairing/api/sign-charter";
import type { Shape } from "lib/api-client/api";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

type Charter = Shape<"Charter">;

/** The privacy charter: read by both, signed by both. Once signed it is folded away, and opens to be read again. */
export function CharterCard({ pairingId, partner }: { pairingId: string; partner: string }) {
  const say = useSay();
  const charter = useCharter();
  const agreement = useAgreement(pairingId);
  const isSigned = agreement.data?.charter_signed_at[agreement.data.side] != null;
  return (
    <Answered query={charter}>
      {({ title, version, clauses }) => (
        <Card title={title}>
          {isSigned ? (
            <details>
              <summary>{say("charter.read_again")}</summary>
              <Clauses clauses={clauses} />
            </details>
          ) : (
            <Clauses clauses={clauses} />
          )}
          <CharterSignature pairingId={pairingId} partner={partner} version={version} />
        </Card>
      )}
    </Answered>
  );
}

function Clauses({ clauses }: { clauses: Charter["clauses"] }) {
  return (
    <div className="thirds">
      {clauses.map((clause) => (
        <div key={clause.title}>
          <h3>{clause.title}</h3>
          <p>{clause.text}</p>
        </div>
      ))}
    </div>
  );
}

interface CharterSignatureProps {
  pairingId: string;
  partner: string;
  version: number;
}

function CharterSignature({ pairingId, partner, version }: CharterSignatureProps) {
  const say = useSay();
  const dates = useDates();
  const agreement = useAgreement(pairingId);
  const sign = useSignCharter(pairingId);
  if (!agreement.data) return null;

  const { side, charter_signed_at: signedAt, allowed_actions } = agreement.data;
  const yoursAt = signedAt[side];
  const theirsAt = signedAt[side === "mentor" ? "mentee" : "mentor"];
  return (
    <div className="row">
      {yoursAt && <Tag tone="good">{say("agreement.you_signed", { day: dates.dayOf(yoursAt) })}</Tag>}
      {theirsAt && (
        <Tag tone="good">{say("agreement.partner_signed", { partner, day: dates.dayOf(theirsAt) })}</Tag>
      )}
      {allowed_actions.includes("sign_charter") && (
        <Button busy={sign.isPending} onClick={() => sign.mutate({ version })}>
          {say("charter.sign")}
        </Button>
      )}
      <Trouble of={sign.error} />
    </div>
  );
}
