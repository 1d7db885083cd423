import { useLines, useMyLines } from "features/message/api/lines";
import { LineBriefs } from "features/message/components/line-briefs";
import { foundIn } from "lib/api-client/list";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Broken, Empty } from "ui/state/states";

/** The lines one opened oneself. */
export function MyLinesCard() {
  const say = useSay();
  const lines = useMyLines().data?.items ?? [];
  if (lines.length === 0) return null;
  return (
    <Card title={say("unnamed.mine")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <LineBriefs lines={lines} />
      <p className="quiet">{say("unnamed.no_mail")}</p>
    </Card>
  );
}

/** The lines one answers: as one of those who run a programme, or as somebody to talk to. */
export function AnsweredLinesCard({ to }: { to: "coordinators" | "contact" }) {
  const say = useSay();
  const { rows, error, more, again } = foundIn(useLines(to));
  if (error) return <Broken error={error} onRetry={again} />;
  return (
    <Card title={say("unnamed.to_answer")}>
      {rows?.length === 0 && <Empty sentence={say("unnamed.none_to_answer")} />}
      <LineBriefs lines={rows ?? []} />
      {more && (
        <div>
          <Button busy={more.busy} onClick={more.onMore}>
            {say("unnamed.more")}
          </Button>
        </div>
      )}
      <p className="quiet">{say("unnamed.answering_promise")}</p>
    </Card>
  );
}
