import { Link } from "@tanstack/react-router";
import { useInvitationCounts, useInvite } from "features/invitation/api/invite";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { TextField } from "ui/form/fields";
import { Trouble } from "ui/state/trouble";
import { toast } from "ui/toast/toast";

interface InviteCardProps {
  programmeId: string;
  /** The programme's own labels for the two sides, where it has any. */
  called: Called | undefined;
  /** Colleagues found by what was typed, to be invited by name. */
  found: { id: string; name: string; department: string | null }[];
  search: string;
  onSearch: (typed: string) => void;
}

/** Invites by name, or everybody who may take part on a side. */
export function InviteCard({ programmeId, called, found, search, onSearch }: InviteCardProps) {
  const say = useSay();
  const labels = useLabels(called);
  const counts = useInvitationCounts(programmeId);
  const invite = useInvite(programmeId);
  const [side, setSide] = useState<"mentor" | "mentee">("mentor");
  const [levels, setLevels] = useState("");
  const send = (people: string[] | null) =>
    invite.mutate(
      people ? { side, people } : { side, filter: { levels: numbersIn(levels), departments: [], sites: [] } },
      {
        onSuccess: (sent) =>
          toast(
            say("invite.sent", {
              invited: sent.invited,
              before: sent.invited_before,
              not: sent.not_eligible,
            }),
          ),
      },
    );

  return (
    <Card title={say("invite.title")}>
      {counts.data && (
        <p>{say("invite.counts", { invited: counts.data.invited, joined: counts.data.joined })}</p>
      )}
      <ChoiceField
        label={say("enrolments.side")}
        value={side}
        options={(["mentor", "mentee"] as const).map((one) => ({
          value: one,
          label: labels.of(one),
        }))}
        onChange={(value) => setSide(value === "mentee" ? "mentee" : "mentor")}
      />
      <TextField
        type="search"
        label={say("invite.by_name")}
        value={search}
        onChange={(event: { target: { value: string } }) => onSearch(event.target.value)}
      />
      {search !== "" &&
        found.slice(0, 8).map((one) => (
          <div key={one.id} className="row spread">
            <span>
              {one.name} <span className="small quiet">{one.department}</span>
            </span>
            <Button label={`${say("invite.invite")}: ${one.name}`} onClick={() => send([one.id])}>
              {say("invite.invite")}
            </Button>
          </div>
        ))}
      <TextField
        label={say("invite.levels")}
        hint={say("invite.levels_hint")}
        value={levels}
        onChange={(event: { target: { value: string } }) => setLevels(event.target.value)}
      />
      <div>
        <Button busy={invite.isPending} onClick={() => send(null)}>
          {say("invite.everybody")}
        </Button>
      </div>
      {(counts.data?.not_joined ?? 0) > 0 && (
        <p className="small quiet">
          <Link to="/programmes/$programme_id/letters" params={{ programme_id: programmeId }}>
            {say("nav.letters")}
          </Link>
          {" · "}
          {say("invite.letters")}
        </p>
      )}
      <Trouble of={invite.error} />
    </Card>
  );
}

/** "2, 3" */
function numbersIn(text: string): number[] {
  return (text.match(/-?\d+/g) ?? []).map(Number);
}
