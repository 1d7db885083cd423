import { useAcquaintance } from "features/acquaintance/api/acquaintances";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { TickField } from "ui/form/tick-field";

const mostPicked = 20;

interface NamelessPickerProps {
  acquaintanceId: string;
  picked: readonly string[];
  onChange: (picked: string[]) => void;
}

/** Which messages somebody is shown, without the other's name; nothing is picked to begin with. */
export function NamelessPicker({ acquaintanceId, picked, onChange }: NamelessPickerProps) {
  const say = useSay();
  const dates = useDates();
  const messages = useAcquaintance(acquaintanceId).data?.messages ?? [];
  const isFull = picked.length >= mostPicked;
  const toggle = (one: string) =>
    onChange(picked.includes(one) ? picked.filter((other) => other !== one) : [...picked, one]);
  if (messages.length === 0) return null;
  return (
    <fieldset className="stack">
      <legend>{say("acquaintance.which")}</legend>
      <p className="quiet">{say("acquaintance.nothing_else")}</p>
      {messages.map((one) => (
        <TickField
          key={one.id}
          label={`${say(one.is_own ? "acquaintance.you" : "acquaintance.the_other")}: ${one.text}`}
          hint={dates.moment(one.shown_at)}
          checked={picked.includes(one.id)}
          disabled={isFull && !picked.includes(one.id)}
          onChange={() => toggle(one.id)}
        />
      ))}
    </fieldset>
  );
}
