import { MailList } from "features/notice/components/mail-list";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** What the house writes to people, in the words they get. */
export function MailsPage() {
  const say = useSay();
  return (
    <Page sentence={say("mails.sentence")} title={say("nav.mails")} below={say("mails.below")}>
      <MailList />
    </Page>
  );
}
