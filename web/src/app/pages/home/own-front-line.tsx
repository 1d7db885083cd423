import { useMyNotes, useMyThemes } from "features/voice/api/front-line";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** The way to what one sees from where one stands, and to what became of it. */
export function OwnFrontLine() {
  const say = useSay();
  const mine = useMyNotes().data;
  const themes = (useMyThemes().data?.items ?? []).flatMap(({ items }) => items);
  const writes = (mine?.programmes.length ?? 0) > 0 || (mine?.received.length ?? 0) > 0;
  const unanswered = themes.filter(({ allowed_actions }) => allowed_actions.includes("answer")).length;
  if (!writes && themes.length === 0) return null;
  return (
    <section className="cards" aria-label={say("home.from_here")}>
      <Card title={say("home.from_here")}>
        {unanswered > 0 ? (
          <p>{say("home.themes_wait", { count: unanswered })}</p>
        ) : (
          <p className="quiet">{say("home.from_here_below")}</p>
        )}
        <div className="row">
          {writes && <ButtonLink to="/what-i-see">{say("home.to_from_here")}</ButtonLink>}
          {themes.length > 0 && <ButtonLink to="/themes">{say("home.to_themes")}</ButtonLink>}
        </div>
      </Card>
    </section>
  );
}
