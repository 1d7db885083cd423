import type { Exchange } from "features/topic/api/exchange";
import type { Catalogue } from "features/topic/api/list-topics";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { SelectField } from "ui/form/fields";
import { TickField } from "ui/form/tick-field";
import { Sees } from "ui/sees/sees";

type PrivateTopic = Exchange["topics"]["private_topics"][number];

interface PrivateTopicsProps {
  catalogue: Catalogue;
  chosen: PrivateTopic[];
  onChange: (chosen: PrivateTopic[]) => void;
}

/** Topics about oneself: each by a consent of its own, taken back by choosing it away. */
export function PrivateTopics({ catalogue, chosen, onChange }: PrivateTopicsProps) {
  const say = useSay();
  const of = (topic: string) => chosen.find((one) => one.topic === topic);
  const set = (topic: string, way: string) => {
    const others = chosen.filter((one) => one.topic !== topic);
    if (way !== "bring" && way !== "want") return onChange(others);
    onChange([...others, { topic, way, weight: way === "bring" ? 2 : 1, may_be_named_on_my_card: false }]);
  };
  return (
    <Card title={say("private_topics.title")} beside={<Sees>{say("private_topics.sees")}</Sees>}>
      <p className="quiet">{say("private_topics.meaning")}</p>
      {catalogue.topics
        .filter((topic) => topic.is_private)
        .map((topic) => {
          const own = of(topic.key);
          return (
            <div key={topic.key} className="stack">
              <SelectField
                label={topic.name}
                hint={topic.description}
                value={own?.way ?? ""}
                options={[
                  { value: "", label: say("private_topics.neither") },
                  { value: "bring", label: say("private_topics.bring") },
                  { value: "want", label: say("private_topics.want") },
                ]}
                onChange={(event: { target: { value: string } }) => set(topic.key, event.target.value)}
              />
              {own && (
                <TickField
                  label={say("private_topics.may_be_named")}
                  checked={own.may_be_named_on_my_card}
                  onChange={(event: { target: { checked: boolean } }) =>
                    onChange(
                      chosen.map((one) =>
                        one === own ? { ...own, may_be_named_on_my_card: event.target.checked } : one,
                      ),
                    )
                  }
                />
              )}
            </div>
          );
        })}
    </Card>
  );
}
