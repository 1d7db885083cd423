import { useTopics } from "features/topic/api/list-topics";
import { useIntl } from "react-intl";

/** The names of the topics in the reader's language; a word of somebody's own is its own name. */
export function useTopicName(): (key: string) => string {
  const language = useIntl().locale.split("-")[0] ?? "en";
  const catalogue = useTopics(language).data;
  const names = new Map(catalogue?.topics.map(({ key, name }) => [key, name]));
  // Until the catalogue is there, nothing: a key is no word of ours.
  return (key) => names.get(key) ?? (catalogue ? key : "");
}
