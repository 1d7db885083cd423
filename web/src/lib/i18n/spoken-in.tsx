import { chooseRegion, loadCatalogue } from "lib/i18n/languages";
import { type ReactNode, useEffect, useState } from "react";
import { IntlProvider, useIntl } from "react-intl";

/** Speaks another language to a part of a page, such as a letter to somebody else; nothing until its words are there. */
export function SpokenIn({ language, children }: { language: string; children: ReactNode }) {
  const { timeZone } = useIntl();
  const [messages, setMessages] = useState<Record<string, string>>();
  useEffect(() => {
    let wanted = true;
    loadCatalogue(language).then((loaded) => wanted && setMessages(loaded));
    return () => {
      wanted = false;
    };
  }, [language]);
  if (!messages) return null;
  return (
    <IntlProvider
      locale={chooseRegion(language, navigator.languages)}
      messages={messages}
      {...(timeZone ? { timeZone } : {})}
    >
      {children}
    </IntlProvider>
  );
}
