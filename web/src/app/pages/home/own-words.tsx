import { useMyWords, usePublishedWords } from "features/outcome/api/released-words";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** The way to what changed, in one's own words and in those of others. */
export function OwnWords() {
  const say = useSay();
  const mine = useMyWords().data;
  const published = (usePublishedWords().data?.items ?? []).some(({ items }) => items.length > 0);
  const asked = mine?.asked.filter(({ answer, is_published }) => answer === null && !is_published) ?? [];
  if (!mine || (mine.programmes.length === 0 && !published)) return null;
  return (
    <section className="cards" aria-label={say("home.what_changed")}>
      <Card title={say("home.what_changed")}>
        {asked[0] ? (
          <p>{say("home.words_ask_you", { name: asked[0].author })}</p>
        ) : (
          <p className="quiet">{say("home.what_changed_below")}</p>
        )}
        <div>
          <ButtonLink to="/what-changed">{say("home.to_what_changed")}</ButtonLink>
        </div>
      </Card>
    </section>
  );
}
