import { useRecorded } from "features/representative/api/open-pages";
import { RecordedCard } from "features/representative/components/recorded-card";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Answered } from "ui/state/states";

/** Every kind of event that there is, each in a sentence. */
export function WhatIsRecordedPage() {
  const say = useSay();
  return (
    <Page
      title={say("open_pages.recorded")}
      sentence={say("open_pages.recorded_sentence")}
      below={say("open_pages.recorded_below")}
    >
      <Answered query={useRecorded()}>
        {({ items, notes }) => (
          <>
            <Card>
              <ul>
                {notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </Card>
            <RecordedCard
              title={say("open_pages.recorded_open")}
              events={items.filter((one) => !one.is_private)}
            />
            <RecordedCard
              title={say("open_pages.recorded_private")}
              events={items.filter((one) => one.is_private)}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}
