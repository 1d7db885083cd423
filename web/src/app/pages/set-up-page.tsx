import { useNavigate } from "@tanstack/react-router";
import { SetUpForm } from "features/signin/components/set-up-form";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** The first start without a demo: name the organisation, be its first administrator. */
export function SetUpPage() {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <Page
      sentence={say("set_up.sentence")}
      title={say("set_up.title")}
      below={say("set_up.below")}
      width="narrow"
    >
      <Card>
        <SetUpForm onDone={() => void navigate({ to: "/", replace: true })} />
      </Card>
    </Page>
  );
}
