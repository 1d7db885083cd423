import { useDebouncedValue } from "@mantine/hooks";
import { type Mail, useMails } from "features/notice/api/list-mails";
import styles from "features/notice/components/mail-list.module.css";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { Answered, Empty } from "ui/state/states";
import { SortField, useSorting, useSortWords } from "ui/table/sort-field";
import { Tag } from "ui/tag/tag";

export function MailList() {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const { words, times } = useSortWords();
  const sorting = useSorting([...times("queued_at"), ...words("name", say("people.name"))]);
  const mails = useMails({ search: search || undefined, ...sorting.by });
  return (
    <>
      <div className="filters">
        <TextField
          type="search"
          label={say("people.search")}
          value={typed}
          onChange={(event: { target: { value: string } }) => setTyped(event.target.value)}
        />
        <SortField sorting={sorting} />
      </div>
      <Answered query={mails}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.items);
          if (all.length === 0)
            return (
              <Card>
                <Empty sentence={say(search ? "ui.none_found" : "mails.empty")} />
              </Card>
            );
          return all.map((mail) => <MailCard key={mail.id} mail={mail} />);
        }}
      </Answered>
      {mails.hasNextPage && (
        <div>
          <Button busy={mails.isFetchingNextPage} onClick={() => void mails.fetchNextPage()}>
            {say("ui.more")}
          </Button>
        </div>
      )}
    </>
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
