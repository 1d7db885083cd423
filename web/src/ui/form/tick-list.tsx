import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { TickField } from "ui/form/tick-field";

interface TickListProps {
  /** As far as they have been found. */
  rows: { id: string; label: string; hint?: string }[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** Some of many, each to be ticked. What is ticked stays so while another search shows other rows. */
export function TickList({ rows, chosen, onChange }: TickListProps) {
  const say = useSay();
  const toggle = (id: string) =>
    onChange(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  const isAllShown = rows.every(({ id }) => chosen.has(id));
  return (
    <>
      <div className="thirds">
        {rows.map(({ id, label, hint }) => (
          <TickField
            key={id}
            label={label}
            hint={hint}
            checked={chosen.has(id)}
            onChange={() => toggle(id)}
          />
        ))}
      </div>
      <div className="row">
        {rows.length > 0 && !isAllShown && (
          <Button kind="bare" onClick={() => onChange(new Set([...chosen, ...rows.map(({ id }) => id)]))}>
            {say("ui.choose_all_shown")}
          </Button>
        )}
        {chosen.size > 0 && (
          <Button kind="bare" onClick={() => onChange(new Set())}>
            {say("ui.choose_none", { count: chosen.size })}
          </Button>
        )}
      </div>
    </>
  );
}
