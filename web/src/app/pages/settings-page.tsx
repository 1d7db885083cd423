import { useMantineColorScheme } from "@mantine/core";
import { AbsencesCard } from "features/meeting/components/absences-card";
import { CalendarCard } from "features/meeting/components/calendar-card";
import { AssistantsCard } from "features/person/components/assistants-card";
import { MyDetailsCard } from "features/person/components/my-details-card";
import { OpenPagesCard } from "features/representative/components/open-pages-card";
import { useMySession } from "features/signin/api/my-session";
import { PasswordCard } from "features/signin/components/password-card";
import { SessionsCard } from "features/signin/components/sessions-card";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { Page } from "ui/page/page";

/** What is mine alone: how I sign in, where I am signed in, how it looks. */
export function SettingsPage() {
  const say = useSay();
  const session = useMySession().data;
  return (
    <Page sentence={say("settings.sentence")} title={say("nav.settings")}>
      <div className="columns">
        <div className="stack">
          <MyDetailsCard />
          <AbsencesCard />
          <SessionsCard />
        </div>
        <div className="stack">
          <PasswordCard signInName={session?.person.sign_in_name ?? ""} />
          <CalendarCard />
          <AssistantsCard />
          <LookCard />
          <OpenPagesCard />
        </div>
      </div>
    </Page>
  );
}

const schemes = ["auto", "light", "dark"] as const;

function LookCard() {
  const say = useSay();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Card title={say("settings.look")}>
      <ChoiceField
        label={say("settings.brightness")}
        value={colorScheme}
        options={schemes.map((one) => ({ value: one, label: say(`settings.look_${one}`) }))}
        onChange={(chosen) => setColorScheme(schemes.find((one) => one === chosen) ?? "auto")}
      />
    </Card>
  );
}
