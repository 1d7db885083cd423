import type { Pairing } from "features/pairing/api/show-pairing";
import { useSay } from "lib/i18n/say";
import { ButtonAnchor } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";

/** One's own file of a pair, to keep. */
export function PairFile({ pairing }: { pairing: Pairing }) {
  const say = useSay();
  const partner = pairing.partner.called_name ?? pairing.partner.name;
  const file = `/api/pairings/${pairing.id}/export`;
  return (
    <Card title={say("pair_file.title", { partner })} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <p>{say("pair_file.holds", { partner })}</p>
      <div className="row">
        <ButtonAnchor href={`${file}?format=zip`} download aria-label={`${say("pair_file.all")}: ${partner}`}>
          {say("pair_file.all")}
        </ButtonAnchor>
        <ButtonAnchor
          href={`${file}?format=html`}
          download
          aria-label={`${say("pair_file.page")}: ${partner}`}
        >
          {say("pair_file.page")}
        </ButtonAnchor>
        <ButtonAnchor
          href={`${file}?format=json`}
          download
          aria-label={`${say("pair_file.json")}: ${partner}`}
        >
          {say("pair_file.json")}
        </ButtonAnchor>
      </div>
    </Card>
  );
}
