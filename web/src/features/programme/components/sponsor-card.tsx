import { useAskSponsor, useSponsor } from "features/programme/api/ask-sponsor";
import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Tag } from "ui/tag/tag";

/** Who stands for the programme: asked by a link, accepted with one tap. */
export function SponsorCard({ setUp }: { setUp: ProgrammeSetUp }) {
  const say = useSay();
  const dates = useDates();
  const mayAsk = setUp.allowed_actions.includes("ask_sponsor");
  const sponsor = useSponsor(setUp.id, setUp.sponsor !== null && mayAsk);
  const form = useRequestForm({
    initialValues: { name: "", email: "" },
    request: useAskSponsor(setUp.id),
    body: ({ name, email }) => ({ name, email: email || null }),
  });

  return (
    <Card
      title={say("sponsor.title")}
      beside={
        setUp.sponsor?.accepted_at ? (
          <Tag tone="good">{say("sponsor.accepted", { day: dates.dayOf(setUp.sponsor.accepted_at) })}</Tag>
        ) : undefined
      }
    >
      <p className="quiet">
        {setUp.sponsor
          ? say(setUp.sponsor.accepted_at ? "sponsor.stands" : "sponsor.asked", { name: setUp.sponsor.name })
          : say("sponsor.nobody_yet")}
      </p>
      {sponsor.data && !sponsor.data.accepted_at && (
        <TextField
          label={say("sponsor.link")}
          hint={say("sponsor.link_hint")}
          value={sponsor.data.link}
          readOnly
        />
      )}
      {mayAsk && !setUp.sponsor?.accepted_at && (
        <RequestForm form={form} submit={say("sponsor.ask")} kind="plain">
          <TextField label={say("sponsor.name")} {...form.fields.getInputProps("name")} />
          <TextField
            type="email"
            label={say("people.email")}
            hint={say("sponsor.email_hint")}
            {...form.fields.getInputProps("email")}
          />
        </RequestForm>
      )}
    </Card>
  );
}
