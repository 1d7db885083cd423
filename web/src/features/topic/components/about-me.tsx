import type { Exchange } from "features/topic/api/exchange";
import { type MessageKey, useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { LongTextField, NumberField, SelectField } from "ui/form/fields";
import { TickField } from "ui/form/tick-field";
import { Sees } from "ui/sees/sees";

type Profile = Exchange["profile"];

interface AboutMeProps {
  profile: Profile;
  usesCareerStage: boolean;
  onChange: (profile: Profile) => void;
}

interface Typed {
  target: { value: string };
}
interface Ticked {
  target: { checked: boolean };
}

const styles = {
  agenda: ["written_agenda", "open_talk", "no_matter"],
  talking: ["speak_first", "listen_first", "no_matter"],
  thinking: ["think_aloud", "prepare_alone", "no_matter"],
  rhythm: ["short_and_often", "long_and_seldom", "no_matter"],
  learning: ["by_rule", "by_trying", "no_matter"],
  remarks: ["plain", "gentle", "no_matter"],
} as const;
const needs = ["need_it_now", "useful", "nice_to_have"] as const;
const questions = ["decision", "noticed", "how_often"] as const;
const helps = ["captions", "interpreter", "step_free_room", "breaks", "no_camera"] as const;
const stages = ["early", "middle", "late", "back_after_a_break", "changed_career"] as const;

/** What may be said and need not be: each card says who sees it. */
export function AboutMe({ profile, usesCareerStage, onChange }: AboutMeProps) {
  const say = useSay();
  const set = (part: Partial<Profile>) => onChange({ ...profile, ...part });
  const needCheck = profile.need_check ?? { decision: "useful", noticed: "useful", how_often: "useful" };

  return (
    <>
      <Card title={say("about_me.motivation")} beside={<Sees>{say("about_me.sees_motivation")}</Sees>}>
        <LongTextField
          label={say("about_me.motivation_label")}
          value={profile.motivation ?? ""}
          onChange={(event: Typed) => set({ motivation: event.target.value || null })}
        />
        <TickField
          label={say("about_me.shows_motivation")}
          checked={profile.shows_motivation}
          onChange={(event: Ticked) => set({ shows_motivation: event.target.checked })}
        />
      </Card>
      <Card title={say("about_me.style")} beside={<Sees>{say("about_me.sees_style")}</Sees>}>
        {Object.entries(styles).map(([question, answers]) => (
          <ChoiceField
            key={question}
            label={say(`style.${question}` as MessageKey)}
            value={profile.style[question as keyof typeof styles]}
            options={answers.map((one) => ({ value: one, label: say(`style.${one}` as MessageKey) }))}
            onChange={(value) => set({ style: { ...profile.style, [question]: value } })}
          />
        ))}
      </Card>
      <Card title={say("about_me.need")} beside={<Sees>{say("sees.only_you")}</Sees>}>
        <p className="quiet">{say("about_me.need_meaning")}</p>
        {questions.map((question) => (
          <SelectField
            key={question}
            label={say(`need.${question}`)}
            value={needCheck[question]}
            options={needs.map((one) => ({ value: one, label: say(`need.${one}`) }))}
            onChange={(event: Typed) =>
              set({ need_check: { ...needCheck, [question]: event.target.value as (typeof needs)[number] } })
            }
          />
        ))}
      </Card>
      <Card title={say("about_me.capacity")}>
        <NumberField
          label={say("about_me.capacity_label")}
          hint={say("about_me.capacity_hint")}
          min={1}
          max={5}
          value={profile.capacity}
          onChange={(value: number | string) => set({ capacity: Number(value) || 1 })}
        />
        {profile.capacity >= 3 && (
          <LongTextField
            label={say("about_me.capacity_reason")}
            value={profile.capacity_reason ?? ""}
            onChange={(event: Typed) => set({ capacity_reason: event.target.value || null })}
          />
        )}
      </Card>
      <Card title={say("about_me.helps")} beside={<Sees>{say("about_me.sees_helps")}</Sees>}>
        {helps.map((help) => (
          <TickField
            key={help}
            label={say(`helps.${help}`)}
            checked={profile.helps.includes(help)}
            onChange={(event: Ticked) =>
              set({
                helps: event.target.checked
                  ? [...profile.helps, help]
                  : profile.helps.filter((one) => one !== help),
              })
            }
          />
        ))}
        <LongTextField
          rows={2}
          label={say("about_me.helps_words")}
          value={profile.helps_words ?? ""}
          onChange={(event: Typed) => set({ helps_words: event.target.value || null })}
        />
        <TickField
          label={say("about_me.shows_helps")}
          checked={profile.shows_helps}
          onChange={(event: Ticked) => set({ shows_helps: event.target.checked })}
        />
      </Card>
      {usesCareerStage && (
        <Card title={say("about_me.career_stage")} beside={<Sees>{say("sees.only_you")}</Sees>}>
          <SelectField
            label={say("about_me.career_stage_label")}
            hint={say("about_me.career_stage_hint")}
            value={profile.career_stage ?? ""}
            options={[
              { value: "", label: say("about_me.rather_not_say") },
              ...stages.map((one) => ({ value: one, label: say(`stage.${one}`) })),
            ]}
            onChange={(event: Typed) =>
              set({ career_stage: stages.find((one) => one === event.target.value) ?? null })
            }
          />
        </Card>
      )}
    </>
  );
}
