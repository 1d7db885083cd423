import { type Choices, parts, shareOf, type TriedRules } from "features/matching/components/trial-choices";
import { useSay } from "lib/i18n/say";
import { NumberField, SelectField } from "ui/form/fields";
import { SliderField } from "ui/form/slider-field";
import { TickField } from "ui/form/tick-field";

interface TrialControlsProps {
  choices: Choices;
  onChange: (choices: Choices) => void;
}

const objectives = ["best", "fair", "stable", "balanced"] as const;
const siteRules = ["any", "different", "same"] as const;

// Half a number is none yet: "-" on the way to "-1".
const levelIn = (text: string): number | null => {
  const level = Number(text);
  return text.trim() === "" || !Number.isInteger(level) || Math.abs(level) > 20 ? null : level;
};

/** What comes first, how much each part counts, and which rules hold. */
export function TrialControls({ choices, onChange }: TrialControlsProps) {
  const say = useSay();
  const { objective, weights, rules } = choices;
  const setRules = (changed: Partial<TriedRules>) =>
    onChange({ ...choices, rules: { ...rules, ...changed } });
  return (
    <div className="stack">
      <SelectField
        label={say("matching.what_first")}
        hint={say(`matching.goal_means_${objective}`)}
        value={objective}
        options={objectives.map((value) => ({ value, label: say(`matching.goal_${value}`) }))}
        onChange={(event: React.ChangeEvent<HTMLSelectElement>) =>
          onChange({ ...choices, objective: event.currentTarget.value as Choices["objective"] })
        }
      />
      <fieldset className="stack tight">
        <legend>
          <h3>{say("trial.what_counts")}</h3>
        </legend>
        {parts.map((part) => (
          <SliderField
            key={part}
            label={say(`trial.part_${part}`)}
            value={weights[part]}
            says={say("trial.share", { percent: shareOf(weights, part) })}
            onChange={(value) => onChange({ ...choices, weights: { ...weights, [part]: value } })}
          />
        ))}
      </fieldset>
      <fieldset className="stack">
        <legend>
          <h3>{say("trial.rules")}</h3>
        </legend>
        <div className="filters">
          <LevelField
            label={say("trial.levels_least")}
            value={rules.level_gap_least}
            onChange={(level) => setRules({ level_gap_least: level })}
          />
          <LevelField
            label={say("trial.levels_most")}
            value={rules.level_gap_most}
            onChange={(level) => setRules({ level_gap_most: level })}
          />
          <SelectField
            label={say("trial.site")}
            value={rules.site_rule}
            options={siteRules.map((value) => ({ value, label: say(`trial.site_${value}`) }))}
            onChange={(event: React.ChangeEvent<HTMLSelectElement>) =>
              setRules({ site_rule: event.currentTarget.value as TriedRules["site_rule"] })
            }
          />
        </div>
        <TickField
          label={say("trial.other_department")}
          checked={rules.department_rule === "different"}
          onChange={() =>
            setRules({ department_rule: rules.department_rule === "different" ? "any" : "different" })
          }
        />
        <TickField
          label={say("trial.common_time")}
          checked={rules.needs_common_time}
          onChange={() => setRules({ needs_common_time: !rules.needs_common_time })}
        />
        <TickField
          label={say("trial.common_language")}
          checked={rules.needs_common_language}
          onChange={() => setRules({ needs_common_language: !rules.needs_common_language })}
        />
      </fieldset>
    </div>
  );
}

interface LevelFieldProps {
  label: string;
  value: number | null | undefined;
  onChange: (level: number | null) => void;
}

function LevelField({ label, value, onChange }: LevelFieldProps) {
  return (
    <NumberField
      label={label}
      min={-20}
      max={20}
      value={value ?? ""}
      onChange={(text) => onChange(levelIn(text))}
    />
  );
}
