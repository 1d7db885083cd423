import { useCallback } from "react";
import { useIntl } from "react-intl";

/** The name of a language as the reader says it: `de` is "German". A tag that is none is shown as it is. */
export function useLanguageNames(): (tag: string) => string {
  const intl = useIntl();
  return useCallback((tag: string) => intl.formatDisplayName(tag, { type: "language" }) ?? tag, [intl]);
}
