import { useMyConcerns } from "features/care/api/concerns";
import { ConcernBriefs } from "features/care/components/concern-briefs";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";

/** What the reader told somebody in confidence; nothing while there is none. */
export function MyConcernsCard() {
  const say = useSay();
  const items = useMyConcerns().data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={say("concern.mine")} beside={<Sees>{say("concern.sees")}</Sees>}>
      <ConcernBriefs concerns={items} />
    </Card>
  );
}
