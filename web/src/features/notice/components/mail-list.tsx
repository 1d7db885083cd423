import { type Mail, useMails, useSendMailAgain } from "features/notice/api/list-mails";
import styles from "features/notice/components/mail-list.module.css";
import { foundIn } from "lib/api-client/list";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundList } from "ui/list/found-list";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

type State = Mail["state"];
const states: readonly State[] = ["waiting", "sent", "failed"];
const tones = { waiting: "wait", sent: "good", failed: "stop" } as const;

export function MailList() {
  const say = useSay();
  const { words, times } = useSortWords();
  const state = useFilter<State | "">({
    label: say("mails.state"),
    options: [
      { value: "", label: say("mails.state_all") },
      ...states.map((one) => ({ value: one, label: say(`mails.state_${one}`) })),
    ],
    usual: "",
  });
  const finding = useFinding([...times("queued_at"), ...words("name", say("people.name"))], [state]);
  const mails = useMails({ ...finding.asked, state: (state.value || undefined) as State | undefined });
  const [page] = mails.data?.pages ?? [];
  return (
    <>
      {page && !page.is_sending && <p>{say("mails.not_sending")}</p>}
      <FoundList finding={finding} list={foundIn(mails)} empty={say("mails.empty")}>
        {(rows) => rows.map((mail) => <MailCard key={mail.id} mail={mail} />)}
      </FoundList>
    </>
  );
}

function MailCard({ mail }: { mail: Mail }) {
  const say = useSay();
  const dates = useDates();
  return (
    <Card
      title={mail.subject}
      beside={<Tag tone={tones[mail.state]}>{say(`mails.state_${mail.state}`)}</Tag>}
    >
      <p className="small quiet">
        {say("mails.to", {
          name: mail.to_name,
          address: mail.to_address ?? "none",
          when: dates.moment(mail.queued_at),
        })}
      </p>
      <Journey mail={mail} />
      <p className={styles.body}>{mail.body}</p>
      {!mail.link && <p className="small quiet">{say("mails.link_hidden")}</p>}
      {mail.allowed_actions.includes("send_again") && <SendAgain mail={mail} />}
    </Card>
  );
}

/** How it has fared on its way, in a line; nothing before the first try. */
function Journey({ mail }: { mail: Mail }) {
  const say = useSay();
  const dates = useDates();
  const lines: string[] = [];
  if (mail.sent_at) lines.push(say("mails.sent_at", { when: dates.moment(mail.sent_at) }));
  if (mail.trouble) lines.push(say(`mails.trouble_${mail.trouble}`));
  if (mail.trouble && mail.tries > 0)
    lines.push(
      mail.next_try_at
        ? say("mails.tries_next", { count: mail.tries, when: dates.moment(mail.next_try_at) })
        : say("mails.tries", { count: mail.tries }),
    );
  return lines.length > 0 && <p className="small">{lines.join(" ")}</p>;
}

function SendAgain({ mail }: { mail: Mail }) {
  const say = useSay();
  const again = useSendMailAgain();
  return (
    <>
      <Trouble of={again.error} />
      <div className="row">
        <Button
          label={say("mails.send_again_to", { name: mail.to_name })}
          busy={again.isPending}
          onClick={() => again.mutate(mail.id)}
        >
          {say("mails.send_again")}
        </Button>
      </div>
    </>
  );
}
