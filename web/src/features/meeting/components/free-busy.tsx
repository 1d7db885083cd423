import { type Slots, type SlotsOf, useSearchWithCalendar } from "features/meeting/api/list-slots";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { TextField } from "ui/form/fields";
import { Trouble } from "ui/state/trouble";

interface FreeBusyProps {
  slotsOf: SlotsOf;
  fromOn?: string;
  onFound: (slots: Slots) => void;
}

/** Pasting the private address of one's own calendar for one search. */
export function FreeBusy({ slotsOf, fromOn, onFound }: FreeBusyProps) {
  const say = useSay();
  const [address, setAddress] = useState<string>();
  const search = useSearchWithCalendar(slotsOf, fromOn);
  if (address === undefined) {
    return (
      <div>
        <Button kind="bare" onClick={() => setAddress("")}>
          {say("meeting.free_busy")}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack">
      <TextField
        label={say("meeting.free_busy_address")}
        hint={say("meeting.free_busy_hint")}
        autoComplete="off"
        value={address}
        maxLength={2000}
        onChange={
          ((event: { currentTarget: HTMLInputElement }) => setAddress(event.currentTarget.value)) as never
        }
      />
      <div>
        <Button
          busy={search.isPending}
          disabled={address.trim() === ""}
          onClick={() =>
            search.mutate(address.trim(), {
              onSuccess: (slots) => {
                setAddress(undefined);
                search.reset();
                onFound(slots);
              },
            })
          }
        >
          {say("meeting.free_busy_look")}
        </Button>
      </div>
      <Trouble of={search.error} />
    </div>
  );
}
