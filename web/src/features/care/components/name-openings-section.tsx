import { useNameOpenings } from "features/care/api/name-openings";
import { NameOpeningCard } from "features/care/components/name-opening-card";
import { useSay } from "lib/i18n/say";

/** Names that a confidential contact asks to open, for a stated danger. Nothing where none was asked for. */
export function NameOpeningsSection() {
  const say = useSay();
  const items = useNameOpenings().data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="stack" aria-label={say("name_opening.sentence")}>
      <h2>{say("name_opening.sentence")}</h2>
      <p className="quiet">{say("name_opening.below")}</p>
      {items.map((one) => (
        <NameOpeningCard key={one.id} opening={one} />
      ))}
    </section>
  );
}
