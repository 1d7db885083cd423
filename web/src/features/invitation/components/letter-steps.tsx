import {
  type OpeningLetter,
  usePublishLetter,
  usePutLetterToSponsor,
  useTakeLetterDown,
} from "features/invitation/api/opening-letter";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { QrCode } from "ui/qr-code/qr-code";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";
import { toast } from "ui/toast/toast";

/** From the words to the page: the sponsor's yes, and then its being published. */
export function LetterSteps({ programmeId, letter }: { programmeId: string; letter: OpeningLetter }) {
  const say = useSay();
  const dates = useDates();
  const ask = usePutLetterToSponsor(programmeId);
  const publish = usePublishLetter(programmeId);
  const takeDown = useTakeLetterDown(programmeId);
  const { version, sponsor_name, agreed_at, published_at, link, qr_code } = letter;
  const may = (action: OpeningLetter["allowed_actions"][number]) => letter.allowed_actions.includes(action);
  const copy = async () => {
    await navigator.clipboard.writeText(link ?? "");
    toast(say("opening_letter.copied"));
  };
  const beside = published_at ? (
    <Tag tone="good">{say("opening_letter.tag_published")}</Tag>
  ) : agreed_at ? (
    <Tag tone="good">{say("opening_letter.tag_agreed")}</Tag>
  ) : letter.is_asked ? (
    <Tag tone="wait">{say("opening_letter.tag_waits")}</Tag>
  ) : undefined;
  return (
    <Card title={say("opening_letter.steps")} beside={beside}>
      {version === 0 && <p className="quiet">{say("opening_letter.first_words")}</p>}
      {version > 0 && !sponsor_name && <p>{say("opening_letter.no_sponsor")}</p>}
      {sponsor_name && agreed_at && (
        <p>{say("opening_letter.agreed", { name: sponsor_name, day: dates.dayOf(agreed_at) })}</p>
      )}
      {published_at && (
        <p>
          {say(
            letter.is_published_as_written ? "opening_letter.published" : "opening_letter.published_earlier",
            {
              day: dates.dayOf(published_at),
            },
          )}
        </p>
      )}
      {may("put_to_sponsor") && (
        <>
          <p>{say("opening_letter.ask", { name: sponsor_name ?? "" })}</p>
          <div>
            <Button kind="filled" busy={ask.isPending} onClick={() => ask.mutate(version)}>
              {say("opening_letter.ask_yes")}
            </Button>
          </div>
        </>
      )}
      {link && (
        <>
          <p>{say("opening_letter.asked", { name: sponsor_name ?? "" })}</p>
          <TextField label={say("opening_letter.link")} value={link} readOnly />
          <div className="row">
            <Button onClick={() => void copy()}>{say("opening_letter.copy")}</Button>
          </div>
          {qr_code && (
            <details>
              <summary>{say("opening_letter.qr_code")}</summary>
              <QrCode svg={qr_code} says={say("opening_letter.qr_code")} />
            </details>
          )}
        </>
      )}
      {may("publish") && (
        <div>
          <Button kind="filled" busy={publish.isPending} onClick={() => publish.mutate(version)}>
            {say("opening_letter.publish")}
          </Button>
        </div>
      )}
      {may("take_down") && (
        <div>
          <Button kind="bare" busy={takeDown.isPending} onClick={() => takeDown.mutate(undefined)}>
            {say("opening_letter.take_down")}
          </Button>
        </div>
      )}
      <Trouble of={ask.error ?? publish.error ?? takeDown.error} />
    </Card>
  );
}
