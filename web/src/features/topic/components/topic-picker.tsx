import type { Catalogue } from "features/topic/api/list-topics";
import styles from "features/topic/components/topic-picker.module.css";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { SelectField } from "ui/form/fields";
import { Tag } from "ui/tag/tag";

const most = 3;

interface Chosen {
  topic: string;
  /** Strength of what is brought (3: could show another person), priority of what is wanted (1: wanted most). */
  weight: number;
}

interface TopicPickerProps {
  catalogue: Catalogue;
  /** What one brings has a strength; what one wants has an order. */
  way: "bring" | "want";
  chosen: Chosen[];
  onChange: (chosen: Chosen[]) => void;
  error?: string | undefined;
}

/** One to three topics, the family first. */
export function TopicPicker({ catalogue, way, chosen, onChange, error }: TopicPickerProps) {
  const say = useSay();
  const nameOf = (key: string) => catalogue.topics.find((one) => one.key === key)?.name ?? key;
  const add = (topic: string) => {
    if (chosen.some((one) => one.topic === topic)) return;
    onChange([...chosen, { topic, weight: way === "bring" ? 2 : chosen.length + 1 }]);
  };
  const remove = (topic: string) => {
    const left = chosen.filter((one) => one.topic !== topic);
    onChange(way === "bring" ? left : left.map((one, index) => ({ ...one, weight: index + 1 })));
  };

  return (
    <div className="stack">
      <ul className={styles.chosen}>
        {chosen.map((one, index) => (
          <li key={one.topic} className={styles.line}>
            <span className={styles.name}>
              {way === "want" && <Tag>{say("topic.order", { order: index + 1 })}</Tag>}
              <strong>{nameOf(one.topic)}</strong>
            </span>
            {way === "bring" && (
              <SelectField
                label=""
                aria-label={say("topic.how_well_you_know", { topic: nameOf(one.topic) })}
                value={String(one.weight)}
                options={[1, 2, 3].map((weight) => ({
                  value: String(weight),
                  label: say(`topic.strength_${weight as 1 | 2 | 3}`),
                }))}
                onChange={(event: { target: { value: string } }) =>
                  onChange(
                    chosen.map((other) =>
                      other === one ? { ...one, weight: Number(event.target.value) } : other,
                    ),
                  )
                }
              />
            )}
            <Button
              kind="bare"
              label={say("topic.remove_this", { topic: nameOf(one.topic) })}
              onClick={() => remove(one.topic)}
            >
              {say("topic.remove")}
            </Button>
          </li>
        ))}
      </ul>
      {chosen.length < most && (
        <TopicChoice catalogue={catalogue} way={way} taken={chosen.map((one) => one.topic)} onChoose={add} />
      )}
      {error && <p role="alert">{error}</p>}
    </div>
  );
}

interface TopicChoiceProps {
  catalogue: Catalogue;
  way: "bring" | "want";
  taken: string[];
  onChoose: (topic: string) => void;
}

function TopicChoice({ catalogue, way, taken, onChoose }: TopicChoiceProps) {
  const say = useSay();
  const [family, setFamily] = useState("");
  const described = catalogue.families.find((one) => one.key === family);
  // Private topics have a consent of their own and a place of their own.
  const open = catalogue.topics.filter(
    (one) => one.family === family && !one.is_private && !taken.includes(one.key),
  );
  return (
    <div className={styles.choice}>
      <SelectField
        label={say(`topic.family_${way}`)}
        hint={described?.description}
        value={family}
        options={[
          { value: "", label: say("topic.choose_family") },
          ...catalogue.families.map((one) => ({ value: one.key, label: one.name })),
        ]}
        onChange={(event: { target: { value: string } }) => setFamily(event.target.value)}
      />
      {family && (
        <fieldset className={styles.topics}>
          <legend>{say("topic.choose_topic")}</legend>
          {open.map((one) => (
            <button
              key={one.key}
              type="button"
              className={styles.topic}
              onClick={() => {
                onChoose(one.key);
                setFamily("");
              }}
            >
              <strong>{one.name}</strong>
              <span className="small quiet">{one.description}</span>
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
