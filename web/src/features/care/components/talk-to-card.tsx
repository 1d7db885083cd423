import { Link } from "@tanstack/react-router";
import { useConcernContacts } from "features/care/api/concerns";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";

/** Who is there for whoever takes part, by name, and the way to them. */
export function TalkToCard({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const intl = useIntl();
  const contacts = useConcernContacts(programmeId).data?.items ?? [];
  if (contacts.length === 0) return null;
  return (
    <Card title={say("nav.talk")}>
      <p>{say("exchange.talk_to", { names: intl.formatList(contacts.map(({ name }) => name)) })}</p>
      <p>
        <Link to="/talk">{say("exchange.talk_go")}</Link>
      </p>
    </Card>
  );
}
