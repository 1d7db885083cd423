import { HolidaysCard } from "features/meeting/components/holidays-card";
import { usePlaces } from "features/person/api/list-places";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";
import { Answered } from "ui/state/states";

/** The days on which a site is closed: no time on them is proposed to anybody there. */
export function HolidaysPage() {
  const say = useSay();
  const places = usePlaces();
  return (
    <Page
      sentence={say("holidays.sentence")}
      title={say("nav.holidays")}
      below={say("holidays.below")}
      width="narrow"
    >
      <Answered query={places}>{({ sites }) => <HolidaysCard sites={sites} />}</Answered>
    </Page>
  );
}
