import { Link } from "@tanstack/react-router";
import { ResetForm } from "features/signin/components/reset-form";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { WayOut } from "ui/way-out/way-out";

/** A new password by mail; who has no address is told whom to ask. */
export function ForgottenPage() {
  const say = useSay();
  const [asked, setAsked] = useState(false);
  return (
    <Page
      sentence={say(asked ? "forgotten.asked" : "forgotten.sentence")}
      title={say("forgotten.title")}
      below={say(asked ? "forgotten.asked_below" : "forgotten.below")}
      width="narrow"
    >
      {!asked && (
        <Card>
          <ResetForm onDone={() => setAsked(true)} />
        </Card>
      )}
      <WayOut>
        <Link to="/sign-in">{say("signin.back")}</Link>
      </WayOut>
    </Page>
  );
}
