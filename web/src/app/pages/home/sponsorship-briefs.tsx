import { IntroductionsMade } from "app/pages/home/introductions-made";
import type { Sponsorship } from "features/programme/api/my-sponsorships";
import { SponsorshipBrief } from "features/programme/components/sponsorship-brief";

interface SponsorshipBriefsProps {
  sponsorships: Sponsorship[];
  /** The one whose answer is the page's next step. */
  next: Sponsorship | undefined;
}

/** The programmes one stands for or is asked to. */
export function SponsorshipBriefs({ sponsorships, next }: SponsorshipBriefsProps) {
  return sponsorships.map((one) => (
    <SponsorshipBrief key={one.programme_id} sponsorship={one} isNext={one === next}>
      {one.accepted_at && <IntroductionsMade programmeId={one.programme_id} />}
    </SponsorshipBrief>
  ));
}
