import { useMyAcquaintances } from "features/acquaintance/api/acquaintances";
import { AcquaintanceBriefCard } from "features/acquaintance/components/acquaintance-brief-card";
import { useSay } from "lib/i18n/say";

/** Those without a name who wait for the reader: an answer, or words; what is over or open stands elsewhere. */
export function OwnAcquaintances({ mayLead }: { mayLead: boolean }) {
  const say = useSay();
  const waiting = (useMyAcquaintances().data?.items ?? []).filter(
    ({ state, answer }) => state === "talking" || (state === "suggested" && !answer),
  );
  if (waiting.length === 0) return null;
  return (
    <section className="cards" aria-label={say("home.without_names")}>
      {waiting.map((one, place) => (
        <AcquaintanceBriefCard key={one.id} acquaintance={one} isNext={mayLead && place === 0} />
      ))}
    </section>
  );
}
