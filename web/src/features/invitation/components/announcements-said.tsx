import type { Announcement } from "features/invitation/api/announcements";
import { useDates } from "lib/dates/dates";
import { type Called, useLabels } from "lib/i18n/called";
import { useLanguageNames } from "lib/i18n/language-names";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

interface AnnouncementsSaidProps {
  items: Announcement[];
  called: Called | undefined;
}

/** What was said, to whom, and to how many; the latest first. */
export function AnnouncementsSaid({ items, called }: AnnouncementsSaidProps) {
  const say = useSay();
  const dates = useDates();
  const nameOf = useLanguageNames();
  const labels = useLabels(called);
  const to = ({ audience }: Announcement) =>
    (audience === "mentors" && labels.own("mentor")) ||
    (audience === "mentees" && labels.own("mentee")) ||
    say(`news.to_${audience}`);
  if (items.length === 0) return null;
  return (
    <Card title={say("news.said")}>
      {items.map((one) => (
        <details key={one.id}>
          <summary>
            <strong>{one.texts[0]?.title}</strong>{" "}
            <span className="small quiet">
              {dates.dayOf(one.sent_at)} · {to(one)} · {say("news.people", { count: one.people })}
            </span>
          </summary>
          <div className="stack">
            {one.texts.map(({ language, title, text }) => (
              <section key={language} lang={language} aria-label={nameOf(language)} className="stack">
                {one.texts.length > 1 && (
                  <h3>
                    {nameOf(language)}: {title}
                  </h3>
                )}
                <p className="written">{text}</p>
              </section>
            ))}
            {one.sent_by && <p className="small quiet">{one.sent_by}</p>}
          </div>
        </details>
      ))}
    </Card>
  );
}
