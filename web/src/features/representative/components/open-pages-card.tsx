import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";

/** The ways to what is open to everybody who is signed in. */
export function OpenPagesCard() {
  const say = useSay();
  return (
    <Card title={say("open_pages.way")}>
      <p className="quiet">{say("open_pages.way_below")}</p>
      <div className="row">
        <ButtonLink to="/who-sees-what">{say("open_pages.matrix")}</ButtonLink>
        <ButtonLink to="/what-is-kept">{say("open_pages.data_map")}</ButtonLink>
        <ButtonLink to="/what-is-recorded">{say("open_pages.recorded")}</ButtonLink>
      </div>
    </Card>
  );
}
