import { Link, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useLine } from "features/message/api/lines";
import { LineCard } from "features/message/components/line-card";
import { useNow } from "features/signin/api/now";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** An anonymous line, for whoever opened it and for those who answer it. */
export function LinePage() {
  const say = useSay();
  const { line_id } = useParams({ strict: false }) as { line_id: string };
  const line = useLine(line_id);
  const now = useNow();
  return (
    <AnsweredPage query={line}>
      {(shown) => (
        <Page
          above={[shown.programme.name, shown.contact?.name].filter(Boolean).join(" · ")}
          sentence={say(shown.side === "author" ? "unnamed.author_sentence" : "unnamed.answering_sentence")}
          title={say("nav.messages")}
          below={say(shown.side === "author" ? "unnamed.author_below" : "unnamed.answering_promise")}
        >
          <LineCard key={shown.id} line={shown} now={now} />
          <p>
            <Link to="/messages">{say("unnamed.back")}</Link>
          </p>
        </Page>
      )}
    </AnsweredPage>
  );
}
