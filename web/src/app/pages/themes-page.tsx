import { Link } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type FrontLineThemes, useMyThemes } from "features/voice/api/front-line";
import { ThemeCard } from "features/voice/components/theme-card";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** Themes that were shown, for everybody who takes part and whoever stands for a programme. */
export function ThemesPage() {
  return <AnsweredPage query={useMyThemes()}>{({ items }) => <Themes programmes={items} />}</AnsweredPage>;
}

function Themes({ programmes }: { programmes: FrontLineThemes[] }) {
  const say = useSay();
  const shown = programmes.map((one) => ({
    ...one,
    items: one.items.filter(({ shown_on }) => shown_on !== null),
  }));
  const all = shown.flatMap(({ items }) => items);
  const next = all.find(({ allowed_actions }) => allowed_actions.includes("answer"));
  return (
    <Page
      title={say("front_line.themes")}
      sentence={
        next
          ? say("front_line.themes_sentence_answer")
          : say("front_line.themes_sentence", { count: all.length })
      }
      below={say("front_line.themes_below")}
    >
      {shown.map(({ programme_id, programme, items }) =>
        items.length === 0 ? null : (
          <section key={programme_id} className="cards" aria-label={programme.name}>
            {items.map((theme) => (
              <ThemeCard key={theme.id} theme={theme} programmeId={programme_id} isNext={theme === next} />
            ))}
          </section>
        ),
      )}
      <p>
        <Link to="/what-i-see">{say("front_line.to_notes")}</Link>
      </p>
    </Page>
  );
}
