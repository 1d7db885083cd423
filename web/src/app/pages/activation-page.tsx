import { useNavigate, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useActivation } from "features/signin/api/show-activation";
import { NewPasswordForm } from "features/signin/components/new-password-form";
import { Refusal } from "lib/api-client/refusal";
import { Say, useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** Where an activation link, a printed letter or a reset link leads: choose a password, and be in. */
export function ActivationPage() {
  const say = useSay();
  const navigate = useNavigate();
  const { token } = useParams({ strict: false }) as { token: string };
  const activation = useActivation(token);

  if (activation.error instanceof Refusal) {
    return (
      <Page sentence={say("activation.too_late")} below={say("activation.too_late_below")} width="narrow">
        <div>
          <ButtonLink to="/forgotten">{say("signin.ask_for_link")}</ButtonLink>
        </div>
      </Page>
    );
  }
  return (
    <AnsweredPage query={activation}>
      {({ name, sign_in_name }) => (
        <Page sentence={say("activation.sentence", { name })} title={say("activation.title")} width="narrow">
          <Card>
            <p>
              <Say k="activation.your_sign_in_name" values={{ sign_in_name }} />
            </p>
            <NewPasswordForm
              token={token}
              signInName={sign_in_name}
              onDone={() => void navigate({ to: "/", replace: true })}
            />
          </Card>
        </Page>
      )}
    </AnsweredPage>
  );
}
