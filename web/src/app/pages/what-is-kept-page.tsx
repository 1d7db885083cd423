import { useDataMap } from "features/representative/api/open-pages";
import { KeptCard } from "features/representative/components/kept-card";
import { PurposeCard } from "features/representative/components/purpose-card";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";
import { Answered } from "ui/state/states";

/** The data map: what is kept, for which purpose, where, for how long, and by which legal basis. */
export function WhatIsKeptPage() {
  const say = useSay();
  return (
    <Page
      title={say("open_pages.data_map")}
      sentence={say("open_pages.data_map_sentence")}
      below={say("open_pages.data_map_below")}
    >
      <KeptCard />
      <Answered query={useDataMap()}>
        {({ purposes, may_write }) => (
          <div className="stack">
            {purposes.map((one) => (
              <PurposeCard key={one.key} one={one} mayWrite={may_write} />
            ))}
          </div>
        )}
      </Answered>
    </Page>
  );
}
