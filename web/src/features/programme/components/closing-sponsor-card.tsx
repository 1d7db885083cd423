import type { Closing } from "features/programme/api/closing";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { QrCode } from "ui/qr-code/qr-code";
import { Tag } from "ui/tag/tag";
import { toast } from "ui/toast/toast";

/** The sponsor's one tap on the targets: mailed to a colleague, and copied for anybody else. */
export function ClosingSponsorCard({ closing }: { closing: Closing }) {
  const say = useSay();
  const dates = useDates();
  const { sponsor_name, agreed_at, link, qr_code } = closing;
  const copy = async () => {
    await navigator.clipboard.writeText(link ?? "");
    toast(say("sponsor.copied"));
  };
  return (
    <Card
      title={say("closing.sponsor_title")}
      beside={
        agreed_at ? (
          <Tag tone="good">{say("closing.agreed", { day: dates.dayOf(agreed_at) })}</Tag>
        ) : undefined
      }
    >
      {!sponsor_name && <p>{say("closing.no_sponsor")}</p>}
      {sponsor_name && !link && <p>{say("closing.sponsor_waits", { name: sponsor_name })}</p>}
      {sponsor_name && link && !agreed_at && (
        <>
          <p>{say("closing.sponsor_asked", { name: sponsor_name })}</p>
          <TextField label={say("sponsor.link")} value={link} readOnly />
          <div className="row">
            <Button onClick={() => void copy()}>{say("sponsor.copy")}</Button>
          </div>
          {qr_code && (
            <details>
              <summary>{say("closing.qr_code")}</summary>
              <QrCode svg={qr_code} says={say("closing.qr_code")} />
            </details>
          )}
        </>
      )}
    </Card>
  );
}
