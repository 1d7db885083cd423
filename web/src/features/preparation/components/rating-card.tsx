import { type SidePreparation, useRatePreparation } from "features/preparation/api/preparation";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

const ratings = ["1", "2", "3", "4", "5"] as const;

/** How good it was; whoever coordinates sees a mean of five people and more. */
export function RatingCard({ preparation }: { preparation: SidePreparation }) {
  const say = useSay();
  const rate = useRatePreparation(preparation.enrolment_id);
  const given = rate.isPending ? rate.variables : preparation.rating;
  return (
    <Card title={say("preparation.rating")} beside={<Sees>{say("preparation.rating_sees")}</Sees>}>
      <ChoiceField
        label={say("preparation.rating_question")}
        value={given ? String(given) : ""}
        options={ratings.map((value) => ({ value, label: say(`preparation.rating_${value}`) }))}
        onChange={(value) => rate.mutate(Number(value))}
      />
      <p role="status" className="quiet small">
        {preparation.rating && say("preparation.rating_thanks")}
      </p>
      <Trouble of={rate.error} />
    </Card>
  );
}
