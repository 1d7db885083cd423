import type { OwnProtectedTime } from "features/supervisor/api/protected-time";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { toast } from "ui/toast/toast";

/** A few words with the link, to be sent by oneself. */
export function HandedLink({ time }: { time: OwnProtectedTime }) {
  const say = useSay();
  const words = say("supervisor.own_words", {
    supervisor: time.page.supervisor,
    hours: time.page.hours_a_month,
    link: time.link,
  });
  const copy = async () => {
    await navigator.clipboard.writeText(words);
    toast(say("supervisor.copied"));
  };
  return (
    <Card title={say("supervisor.own_words_title")}>
      <p style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{words}</p>
      {time.told_on ? (
        <div>
          <Button onClick={copy}>{say("supervisor.copy")}</Button>
        </div>
      ) : (
        <p className="quiet">{say("supervisor.own_words_draft")}</p>
      )}
    </Card>
  );
}
