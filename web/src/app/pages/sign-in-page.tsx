import { Link, Navigate, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useEntrance } from "features/organisation/api/show-entrance";
import { SignInForm } from "features/signin/components/sign-in-form";
import { useSay } from "lib/i18n/say";
import { ownPath } from "lib/own-path";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { WayOut } from "ui/way-out/way-out";

/** The door: of the only organisation, or of the one whose name stands in the address. */
export function SignInPage() {
  const say = useSay();
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false });
  const { slug } = useParams({ strict: false }) as { slug?: string };
  const entrance = useEntrance(slug);

  return (
    <AnsweredPage query={entrance}>
      {({ state, name, organisation }) => {
        if (state === "set_up") return <Navigate to="/set-up" replace />;
        if (state === "choose") {
          return <Page sentence={say("signin.whose")} below={say("signin.whose_below")} width="narrow" />;
        }
        return (
          <Page sentence={say("signin.sentence")} title={say("signin.title")} above={name} width="narrow">
            <Card>
              <SignInForm
                organisation={slug ? organisation : null}
                onDone={() => void navigate({ to: ownPath(next) as never, replace: true })}
              />
            </Card>
            <WayOut>
              <Link to="/forgotten">{say("signin.forgotten")}</Link>
            </WayOut>
          </Page>
        );
      }}
    </AnsweredPage>
  );
}
