import { useCalendarReply } from "features/meeting/api/attendance";
import {
  useCalendarFeed,
  useMakeCalendarFeed,
  useRemoveCalendarFeed,
} from "features/meeting/api/calendar-feed";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";
import { UploadTrouble } from "ui/state/upload-trouble";

/** A calendar program that cannot mail its answer writes a file. */
function Reply() {
  const say = useSay();
  const reply = useCalendarReply();
  return (
    <div className="stack">
      <label>
        {say("calendar.reply")}{" "}
        <input
          type="file"
          accept=".ics,text/calendar"
          onChange={({ currentTarget: { files } }) => files?.[0] && reply.mutate(files[0])}
        />
      </label>
      {reply.isSuccess && <p>{say("calendar.reply_read")}</p>}
      <UploadTrouble error={reply.error} />
    </div>
  );
}

/** The private address at which a calendar program reads one's dates. */
export function CalendarCard() {
  const say = useSay();
  const feed = useCalendarFeed();
  const make = useMakeCalendarFeed();
  const remove = useRemoveCalendarFeed();
  return (
    <Card title={say("calendar.title")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <p>{say("calendar.what")}</p>
      <Answered query={feed}>
        {({ address }) => (
          <>
            {address && (
              <TextField
                label={say("calendar.address")}
                hint={say("calendar.keep_it")}
                value={address}
                readOnly
              />
            )}
            <div className="row">
              <Button busy={make.isPending} onClick={() => make.mutate()}>
                {say(address ? "calendar.renew" : "calendar.make")}
              </Button>
              {address && (
                <Button kind="bare" busy={remove.isPending} onClick={() => remove.mutate()}>
                  {say("calendar.remove")}
                </Button>
              )}
            </div>
            <Trouble of={make.error ?? remove.error} />
          </>
        )}
      </Answered>
      <Reply />
    </Card>
  );
}
