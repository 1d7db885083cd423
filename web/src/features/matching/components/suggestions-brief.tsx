import type { Suggestion } from "features/matching/api/suggestions";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";

interface SuggestionsBriefProps {
  /** Those not answered yet, at least one. */
  suggestions: Suggestion[];
  /** Is this the one next step of the page? */
  isNext: boolean;
}

/** On the way to the suggestions: who, and until when an answer counts. */
export function SuggestionsBrief({ suggestions, isNext }: SuggestionsBriefProps) {
  const say = useSay();
  const dates = useDates();
  const names = suggestions.map(({ partner }) => partner.called_name ?? partner.name);
  const until = suggestions[0]?.closes_on ?? "";
  return (
    <Card title={names.join(", ")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <p>{say("home.suggestions_brief", { when: dates.weekday(until) })}</p>
      <div>
        <ButtonLink kind={isNext ? "filled" : "plain"} to="/suggestions">
          {say("home.see_why")}
        </ButtonLink>
      </div>
    </Card>
  );
}
