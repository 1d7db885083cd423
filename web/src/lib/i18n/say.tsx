import type en from "locales/en.json";
import { createElement, type ReactNode, useCallback } from "react";
import { FormattedMessage, useIntl } from "react-intl";

/** A key of the catalogue `locales/en.json`; a key that is not there does not compile. */
export type MessageKey = keyof typeof en;

type Value = string | number | bigint | boolean | Date | null | undefined;

/** The sentence of a key in the reader's language, as text: for labels, titles and attributes. */
export type Speak = (key: MessageKey, values?: Record<string, Value>) => string;

export function useSay(): Speak {
  const intl = useIntl();
  return useCallback((key, values) => intl.formatMessage({ id: key }, values), [intl]);
}

/** True for a key that the catalogue has: for sentences whose key the server chose (refusal codes). */
export function useKnows(): (key: string) => key is MessageKey {
  const intl = useIntl();
  return useCallback((key: string): key is MessageKey => key in intl.messages, [intl]);
}

interface SayProps {
  k: MessageKey;
  values?: Record<string, Value | ReactNode>;
}

const emphasis = {
  b: (inner: ReactNode) => createElement("strong", null, inner),
  em: (inner: ReactNode) => createElement("em", null, inner),
};

/** The same, inside a page; `<b>` and `<em>` in the catalogue are understood, and values may be elements. */
export function Say({ k, values }: SayProps) {
  return <FormattedMessage id={k} values={{ ...emphasis, ...values } as never} />;
}
