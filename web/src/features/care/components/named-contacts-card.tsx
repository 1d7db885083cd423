import { useNamedContacts } from "features/care/api/contact-room";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";

/** To whom people of a programme can turn in confidence: two, so that everybody can choose. */
export function NamedContactsCard({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const intl = useIntl();
  const named = useNamedContacts(programmeId);
  return (
    <Card title={say("contacts.title")}>
      <Answered query={named}>
        {({ items, is_enough }) => (
          <>
            {items.length > 0 && <p>{intl.formatList(items.map(({ name }) => name))}</p>}
            {!is_enough && <p>{say("contacts.two_needed", { count: items.length })}</p>}
            <p className="quiet">{say("contacts.meaning")}</p>
          </>
        )}
      </Answered>
    </Card>
  );
}
