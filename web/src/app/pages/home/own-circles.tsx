import { useMyCircles } from "features/circle/api/circles";
import { CircleBrief } from "features/circle/components/circle-brief";
import { useSay } from "lib/i18n/say";

/** The circles that the reader has not left. */
export function OwnCircles() {
  const say = useSay();
  const circles = (useMyCircles().data?.items ?? []).filter(({ seat }) => seat === "member");
  if (circles.length === 0) return null;
  return (
    <section className="cards" aria-label={say("home.circles")}>
      {circles.map((one) => (
        <CircleBrief key={one.id} circle={one} />
      ))}
    </section>
  );
}
