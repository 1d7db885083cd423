import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { router } from "app/router";
import { mySession, useMySession } from "features/signin/api/my-session";
import { onSignedOut } from "lib/api-client/api";
import { createQueryClient } from "lib/api-client/queries";
import { LanguageProvider } from "lib/i18n/language-provider";
import { chooseLanguage } from "lib/i18n/languages";
import { useEffect } from "react";
import { ThemeProvider } from "ui/theme/theme-provider";
import { Toasts } from "ui/toast/toast";

const queries = createQueryClient();

/** Everything a page may take for granted: look, words, answers, addresses. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <ThemeProvider>
        <Spoken />
      </ThemeProvider>
    </QueryClientProvider>
  );
}

/** Speaks the language of whoever is signed in, and the browser's to everybody else. */
function Spoken() {
  const session = useMySession();
  useEffect(() => onSignedOut(() => queries.setQueryData(mySession.queryKey, null)), []);

  if (session.isPending) return null;
  const wishes = [...(session.data ? [session.data.language] : []), ...navigator.languages];
  const zone = session.data?.time_zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <LanguageProvider language={chooseLanguage(wishes)} timeZone={zone}>
      <RouterProvider router={router} />
      <Toasts />
    </LanguageProvider>
  );
}
