import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { SignInForm } from "features/signin/components/sign-in-form";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { WayOut } from "ui/way-out/way-out";

export function SignInPage() {
  const say = useSay();
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false });
  return (
    <Page sentence={say("signin.sentence")} title={say("signin.title")} width="narrow">
      <Card>
        <SignInForm onDone={() => void navigate({ to: ownPath(next) as never, replace: true })} />
      </Card>
      <WayOut>
        <Link to="/forgotten">{say("signin.forgotten")}</Link>
      </WayOut>
    </Page>
  );
}

/** Only a path of ours: an address of elsewhere in a link would make this page a stranger's helper. */
function ownPath(next: string | undefined): string {
  return next?.startsWith("/") && !/^\/[/\\]/.test(next) ? next : "/";
}
