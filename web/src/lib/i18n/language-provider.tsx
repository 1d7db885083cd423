import { chooseRegion, loadCatalogue, onWantedWords } from "lib/i18n/languages";
import { type ReactNode, useEffect, useState } from "react";
import { IntlProvider } from "react-intl";

interface LanguageProviderProps {
  language: string;
  timeZone: string;
  children: ReactNode;
}

/** Speaks `language` and shows times in `timeZone` to everything inside; nothing is drawn before its words are there. */
export function LanguageProvider({ language, timeZone, children }: LanguageProviderProps) {
  const [spoken, setSpoken] = useState<{ language: string; messages: Record<string, string> }>();

  useEffect(() => {
    let wanted = true;
    const speak = async () => {
      const messages = await loadCatalogue(language);
      // Words that come late add to those that came before them.
      if (wanted)
        setSpoken((now) => ({
          language,
          messages: now?.language === language ? { ...now.messages, ...messages } : messages,
        }));
    };
    const stop = onWantedWords(speak);
    void speak();
    return () => {
      wanted = false;
      stop();
    };
  }, [language]);

  useEffect(() => {
    if (spoken) document.documentElement.lang = spoken.language;
  }, [spoken]);

  if (!spoken) return null;
  return (
    <IntlProvider
      locale={chooseRegion(spoken.language, navigator.languages)}
      messages={spoken.messages}
      timeZone={timeZone}
    >
      {children}
    </IntlProvider>
  );
}
