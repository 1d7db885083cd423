import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";

export function NotFoundPage() {
  const say = useSay();
  return (
    <Page sentence={say("not_found.sentence")} below={say("not_found.below")} width="narrow">
      <div>
        <ButtonLink kind="filled" to="/">
          {say("nav.first_page")}
        </ButtonLink>
      </div>
    </Page>
  );
}
