import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import styles from "features/programme/components/eligibility-fields.module.css";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { TextField } from "ui/form/fields";
import { TickField } from "ui/form/tick-field";

type SideEligibility = ProgrammeSetUp["eligibility"]["mentor"];

/** What there is to choose from. */
export interface Places {
  departments: string[];
  sites: string[];
  levels: { level: number; name: string | null; people: number }[];
}

interface EligibilityFieldsProps {
  title: string;
  places: Places;
  chosen: SideEligibility;
  onChange: (chosen: SideEligibility) => void;
}

/** Who may take part on one side: nothing chosen lets everybody in, and what is chosen in one list are alternatives. */
export function EligibilityFields({ title, places, chosen, onChange }: EligibilityFieldsProps) {
  const say = useSay();
  const levels = places.levels.map(({ level, name, people }) => ({
    value: String(level),
    label: say("eligibility.level", { level, name: name ?? "none", people }),
  }));
  return (
    <fieldset>
      <legend>
        <h3>{title}</h3>
      </legend>
      <Values
        field="levels"
        options={levels}
        chosen={chosen.levels.map(String)}
        onChange={(values) => onChange({ ...chosen, levels: values.map(Number) })}
      />
      <Values
        field="departments"
        options={places.departments.map(asOption)}
        chosen={chosen.departments}
        onChange={(departments) => onChange({ ...chosen, departments })}
      />
      <Values
        field="sites"
        options={places.sites.map(asOption)}
        chosen={chosen.sites}
        onChange={(sites) => onChange({ ...chosen, sites })}
      />
    </fieldset>
  );
}

interface Value {
  value: string;
  label: string;
}

const asOption = (value: string): Value => ({ value, label: value });

// From this many on, what one looks for can be typed.
const many = 15;

function Values({
  field,
  options,
  chosen,
  onChange,
}: {
  field: "levels" | "departments" | "sites";
  options: Value[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const say = useSay();
  const [looked, setLooked] = useState("");
  // What was chosen once and is not in the house any more can still be taken out.
  const gone = chosen.filter((one) => !options.some(({ value }) => value === one)).map(asOption);
  const shown = [...options, ...gone].filter(({ label }) =>
    label.toLowerCase().includes(looked.toLowerCase()),
  );
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  if (options.length + gone.length === 0) return null;
  return (
    <details>
      <summary>{say(`eligibility.${field}`, { count: chosen.length })}</summary>
      {options.length > many && (
        <TextField
          type="search"
          label={say("eligibility.look_for")}
          value={looked}
          onChange={(event: { target: { value: string } }) => setLooked(event.target.value)}
        />
      )}
      <div className={styles.values}>
        {shown.map(({ value, label }) => (
          <TickField
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          />
        ))}
      </div>
    </details>
  );
}
