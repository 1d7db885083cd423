import { type Mail, useMails } from "features/notice/api/list-mails";
import styles from "features/notice/components/mail-list.module.css";
import { foundIn } from "lib/api-client/list";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { useFinding, useSortWords } from "ui/list/finding";
import { FoundList } from "ui/list/found-list";
import { Tag } from "ui/tag/tag";

export function MailList() {
  const say = useSay();
  const { words, times } = useSortWords();
  const finding = useFinding([...times("queued_at"), ...words("name", say("people.name"))]);
  const mails = useMails(finding.asked);
  return (
    <FoundList finding={finding} list={foundIn(mails)} empty={say("mails.empty")}>
      {(rows) => rows.map((mail) => <MailCard key={mail.id} mail={mail} />)}
    </FoundList>
  );
}

function MailCard({ mail }: { mail: Mail }) {
  const say = useSay();
  const dates = useDates();
  return (
    <Card title={mail.subject} beside={<Tag>{say(`mails.state_${mail.state}`)}</Tag>}>
      <p className="small quiet">
        {say("mails.to", {
          name: mail.to_name,
          address: mail.to_address ?? "none",
          when: dates.moment(mail.queued_at),
        })}
      </p>
      <p className={styles.body}>{mail.body}</p>
      {!mail.link && <p className="small quiet">{say("mails.link_hidden")}</p>}
    </Card>
  );
}
