import type { Pairing } from "features/pairing/api/show-pairing";
import { stageInWords } from "features/pairing/components/stage-in-words";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** One pairing on the way to its page. */
export function PairingBrief({ pairing, isNext }: { pairing: Pairing; isNext: boolean }) {
  const say = useSay();
  const dates = useDates();
  const partner = pairing.partner.called_name ?? pairing.partner.name;
  const first = pairing.exploratory_meeting;
  const meeting = pairing.stage === "exploring" && !first?.is_called_off ? first : null;
  return (
    <Card title={say("pairing.title", { partner })}>
      <p>{stageInWords(say, pairing, partner)}</p>
      {meeting && (
        <p>
          <Say
            k="pairing.meeting_stands"
            values={{
              when: <strong>{dates.moment(meeting.starts_at)}</strong>,
              mode: say(`pairing.mode_${meeting.mode}`),
              place: meeting.place || "–",
            }}
          />
        </p>
      )}
      <div>
        <ButtonLink
          kind={isNext ? "filled" : "plain"}
          to="/pair/$pairing_id"
          params={{ pairing_id: pairing.id }}
        >
          {say("pairing.open_page")}
        </ButtonLink>
      </div>
    </Card>
  );
}
