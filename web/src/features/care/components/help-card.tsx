import { usePairCare, useStopNudges, useWishForHelp } from "features/care/api/pair-care";
import { useThresholds } from "features/care/api/thresholds";
import { ThresholdsInWords } from "features/care/components/thresholds-in-words";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TickField } from "ui/form/tick-field";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

interface HelpCardProps {
  pairingId: string;
  programmeId: string;
  /** Whoever runs the programme, by name. */
  names: string;
}

/** *Would like help*, and how much of it the house gives by itself. */
export function HelpCard({ pairingId, programmeId, names }: HelpCardProps) {
  const say = useSay();
  const care = usePairCare(pairingId).data;
  const thresholds = useThresholds(programmeId).data?.thresholds;
  const wish = useWishForHelp(pairingId);
  const stop = useStopNudges();
  if (!care) return null;
  return (
    <Card title={say("care.help")} beside={<Sees>{say("care.help_seen", { names })}</Sees>}>
      <p>{care.would_like_help ? say("care.help_wished", { names }) : say("care.help_what", { names })}</p>
      <div>
        <Button busy={wish.isPending} onClick={() => wish.mutate(!care.would_like_help)}>
          {care.would_like_help ? say("care.help_take_back") : say("care.help_wish")}
        </Button>
      </div>
      <TickField
        label={say("care.nudges")}
        hint={say("care.nudges_hint")}
        checked={!care.has_stopped_nudges}
        disabled={stop.isPending}
        onChange={() => stop.mutate(!care.has_stopped_nudges)}
      />
      {thresholds && (
        <details>
          <summary>{say("care.when_helped")}</summary>
          <ThresholdsInWords thresholds={thresholds} />
        </details>
      )}
      <Trouble of={wish.error ?? stop.error} />
    </Card>
  );
}
