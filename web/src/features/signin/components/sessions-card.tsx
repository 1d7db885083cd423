import { useNavigate } from "@tanstack/react-router";
import { useEndSession, useMySessions } from "features/signin/api/list-sessions";
import { useSignOutEverywhere } from "features/signin/api/sign-out";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";
import { PlainTable } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

/** Where I am signed in, and how to end it. */
export function SessionsCard() {
  const say = useSay();
  const dates = useDates();
  const navigate = useNavigate();
  const sessions = useMySessions();
  const end = useEndSession();
  const everywhere = useSignOutEverywhere();
  return (
    <Card title={say("settings.sessions")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <Answered query={sessions}>
        {({ items }) => (
          <PlainTable
            caption={say("settings.sessions")}
            rows={items}
            rowKey={(one) => one.id}
            columns={[
              {
                name: "browser",
                head: say("settings.browser"),
                cell: (one) => one.browser || say("settings.unknown_browser"),
              },
              { name: "seen_at", head: say("settings.last_used"), cell: (one) => dates.moment(one.seen_at) },
              {
                name: "end",
                head: say("settings.end"),
                cell: (one) =>
                  one.is_this_one ? (
                    <Tag tone="good">{say("settings.this_one")}</Tag>
                  ) : (
                    <Button
                      label={`${say("nav.sign_out")}: ${one.browser}`}
                      busy={end.isPending && end.variables === one.id}
                      onClick={() => end.mutate(one.id)}
                    >
                      {say("nav.sign_out")}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Answered>
      <div>
        <Button
          busy={everywhere.isPending}
          onClick={() => everywhere.mutate(undefined, { onSuccess: () => void navigate({ to: "/sign-in" }) })}
        >
          {say("settings.sign_out_everywhere")}
        </Button>
      </div>
      <Trouble of={end.error ?? everywhere.error} />
    </Card>
  );
}
