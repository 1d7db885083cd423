import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type Pairing, usePairing } from "features/pairing/api/show-pairing";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { ButtonLink } from "ui/button/button";

interface OfPairProps {
  /** The pair of the address, and what the other is called. */
  children: (pairing: Pairing, partner: string) => ReactNode;
}

/** For the pages beside that of a pair. */
export function OfPair({ children }: OfPairProps) {
  const { pairing_id } = useParams({ strict: false }) as { pairing_id: string };
  const pairing = usePairing(pairing_id);
  return (
    <AnsweredPage query={pairing}>
      {(shown) => children(shown, shown.partner.called_name ?? shown.partner.name)}
    </AnsweredPage>
  );
}

export function BackToPair({ pairingId }: { pairingId: string }) {
  const say = useSay();
  return (
    <ButtonLink to="/pair/$pairing_id" params={{ pairing_id: pairingId }}>
      {say("ui.go_back")}
    </ButtonLink>
  );
}
