import { useIntroductionCount } from "features/pairing/api/introductions";
import { useSay } from "lib/i18n/say";

/** How many introductions a programme has made: a count, for whoever stands for it. */
export function IntroductionsMade({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const count = useIntroductionCount(programmeId).data;
  return (
    count && count.made > 0 && <p className="quiet">{say("pairing.introductions_made", { ...count })}</p>
  );
}
