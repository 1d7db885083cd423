import type { MissingPeople } from "features/matching/api/match-plan";
import type { TopicName } from "features/matching/components/reasons";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";

interface MissingPeopleProps {
  missing: MissingPeople;
  topicName: TopicName;
}

/** One kind of person who is not there yet: how many, what they bring and want, and where they may stand. */
export function MissingPeopleSentence({ missing, topicName }: MissingPeopleProps) {
  const say = useSay();
  const intl = useIntl();
  const list = (words: string[]) => intl.formatList(words, { type: "conjunction" });
  const { people, places_each, level_least, level_most, site } = missing;
  const where = [
    missing.departments.length > 0 && say("plan.from", { departments: list(missing.departments) }),
    missing.not_departments.length > 0 &&
      say("plan.not_from", { departments: list(missing.not_departments) }),
    site && say("plan.at", { site }),
    missing.not_sites.length > 0 && say("plan.not_at", { sites: list(missing.not_sites) }),
    level_least !== null &&
      level_most !== null &&
      say("plan.level", { span: level_most - level_least, least: level_least, most: level_most }),
  ].filter(Boolean);
  return (
    <>
      {say(missing.side === "mentor" ? "plan.bring" : "plan.want", {
        people,
        brings: list(missing.brings.map(topicName)),
        wants: list(missing.wants.map(topicName)),
        gain: people * places_each,
        each: places_each,
      })}
      {where.length > 0 && (
        <>
          <br />
          <span className="quiet">{where.join(" ")}</span>
        </>
      )}
    </>
  );
}
