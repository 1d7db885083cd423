import { type QuestionOpenings, usePanelMembership } from "features/voice/api/questions";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** Whether the reader may be asked in a programme. */
export function PanelCard({ panel }: { panel: QuestionOpenings["panels"][number] }) {
  const say = useSay();
  const membership = usePanelMembership(panel.programme_id);
  const { is_member, programme } = panel;
  return (
    <Card title={say("voice.panel_title")} beside={<Sees>{say("voice.panel_sees")}</Sees>}>
      <p>{say("voice.panel_below", { programme: programme.name })}</p>
      {is_member && <p role="status">{say("voice.panel_is")}</p>}
      <div>
        <Button busy={membership.isPending} onClick={() => membership.mutate(!is_member)}>
          {say(is_member ? "voice.panel_leave" : "voice.panel_join")}
        </Button>
      </div>
      <Trouble of={membership.error} />
    </Card>
  );
}
