import type { ProgrammeSettings } from "features/representative/api/settings";
import { useSettingWords } from "features/representative/components/setting-words";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { PlainTable } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

// As the set-up goes: what it is for, when, who may join, who meets whom, how they meet.
const chapters = {
  purpose: ["name", "purpose", "results_use", "direction", "planned_pairs", "language"],
  dates: ["enrolment_closes_on", "starts_on", "ends_on"],
  people: [
    "eligibility",
    "uses_career_stage",
    "mentor_capacity",
    "mentee_capacity",
    "total_capacity",
    "apprentices_take_part",
  ],
  rules: [
    "level_gap_least",
    "level_gap_most",
    "department_rule",
    "site_rule",
    "needs_common_time",
    "needs_common_language",
    "opened_tops",
    "suggestions_each",
    "rounds",
    "round_days",
    "closing_working_days",
    "publication_wait_minutes",
    "cooling_days",
    "weights",
    "waiting_order",
    "waiting_is_comparison",
    "anonymous_first",
  ],
  pairs: ["cadence", "channel", "notice_days", "booking_side", "leading_side", "sign_thresholds"],
} as const;

/** Everything that is set in a programme, in words. */
export function SettingsCard({ read }: { read: ProgrammeSettings }) {
  const say = useSay();
  const { label, value } = useSettingWords();
  const values: Record<string, unknown> = {
    ...read.settings,
    eligibility: read.eligibility,
    opened_tops: read.opened_tops,
    sign_thresholds: read.sign_thresholds,
  };
  const locked = new Set(read.lockable.filter((one) => one.locked_on).map((one) => one.setting as string));
  return (
    <>
      <Card title={say("agreed.chapter_aims")}>
        {read.aims.length === 0 ? (
          <p className="quiet">{say("setting_value.none")}</p>
        ) : (
          <ul>
            {read.aims.map((aim) => (
              <li key={aim.key}>
                <strong>{aim.name}</strong> {aim.purpose}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {Object.entries(chapters).map(([chapter, settings]) => (
        <Card key={chapter} title={say(`agreed.chapter_${chapter as keyof typeof chapters}`)}>
          <PlainTable
            caption={say(`agreed.chapter_${chapter as keyof typeof chapters}`)}
            rows={[...settings]}
            rowKey={(setting) => setting}
            columns={[
              { name: "setting", head: say("agreed.setting"), cell: label },
              {
                name: "value",
                head: say("agreed.value"),
                cell: (setting) => (
                  <>
                    {value(setting, values[setting])}{" "}
                    {locked.has(setting) && <Tag>{say("agreed.by_both")}</Tag>}
                  </>
                ),
              },
            ]}
          />
        </Card>
      ))}
    </>
  );
}
