import { SignedOutBar } from "app/layouts/signed-out-layout";
import { SignInForm } from "features/signin/components/sign-in-form";
import { useSay } from "lib/i18n/say";
import { useEffect, useState } from "react";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

interface SignInAgainProps {
  organisation: string;
  onDone: () => void;
}

/** In front of an open page whose session is over: the door, and no way to another page, which would close that one. */
export function SignInAgain({ organisation, onDone }: SignInAgainProps) {
  const say = useSay();
  const [title] = useState(() => document.title);
  useEffect(
    () => () => {
      document.title = title;
    },
    [title],
  );
  return (
    <>
      <SignedOutBar />
      <Page sentence={say("signin.again")} below={say("signin.again_below")} width="narrow">
        <Card>
          <SignInForm organisation={organisation} onDone={onDone} />
        </Card>
      </Page>
    </>
  );
}
