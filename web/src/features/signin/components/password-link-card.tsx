import { useMakePasswordLinks } from "features/signin/api/make-password-links";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { Trouble } from "ui/state/trouble";

interface PasswordLinkCardProps {
  personId: string;
  hasAddress: boolean;
}

/** How somebody gets in for the first time: a link to copy or to mail. It opens once. */
export function PasswordLinkCard({ personId, hasAddress }: PasswordLinkCardProps) {
  const say = useSay();
  const dates = useDates();
  const make = useMakePasswordLinks();
  const link = make.data?.items[0];
  return (
    <Card title={say("password_links.title")}>
      <p className="quiet">{say("password_links.meaning")}</p>
      <div className="row">
        <Button busy={make.isPending} onClick={() => make.mutate({ people: [personId], delivery: "handed" })}>
          {say("password_links.make")}
        </Button>
        {hasAddress && (
          <Button
            busy={make.isPending}
            onClick={() => make.mutate({ people: [personId], delivery: "mailed" })}
          >
            {say("password_links.mail")}
          </Button>
        )}
      </div>
      <Trouble of={make.error} />
      {link && (
        <>
          <TextField label={say("password_links.link")} value={link.url} readOnly />
          <p className="small quiet">
            <Say
              k="password_links.valid_until"
              values={{ name: link.sign_in_name, when: dates.moment(link.expires_at) }}
            />
          </p>
        </>
      )}
    </Card>
  );
}
