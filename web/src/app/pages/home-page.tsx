import { useMySession } from "features/signin/api/my-session";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Empty } from "ui/state/states";

/** Home: one next step, my pairs, my dates. */
export function HomePage() {
  const say = useSay();
  const dates = useDates();
  const session = useMySession();
  const name = session.data?.person.name ?? "";
  return (
    <Page
      above={dates.dayOf(new Date().toISOString())}
      sentence={say("home.welcome", { name })}
      title={say("nav.home")}
    >
      <Card>
        <Empty sentence={say("home.nothing_waits")} />
      </Card>
    </Page>
  );
}
