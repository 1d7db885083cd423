import catalogue from "content/topics/en.json";

const names = new Map(catalogue.topics.map(({ key, name }) => [key, name]));

/** The name of a topic of the catalogue; a word of somebody's own is its own name. */
export function topicName(key: string): string {
  return names.get(key) ?? key;
}
