import type { AskedSponsor } from "features/programme/api/ask-sponsor";
import { useAims } from "features/programme/api/list-aims";
import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Letter } from "ui/letter/letter";
import { QrCode } from "ui/qr-code/qr-code";

interface SponsorLetterProps {
  house: string;
  setUp: ProgrammeSetUp;
  sponsor: AskedSponsor;
}

/** What an executive is asked to stand for, on one page, in the programme's own words. */
export function SponsorLetter({ house, setUp, sponsor }: SponsorLetterProps) {
  const say = useSay();
  const dates = useDates();
  const { settings } = setUp;
  const called = calledHere(setUp, settings.language);
  const words = useAims(settings.language).data?.aims ?? [];
  const aims = setUp.aims.flatMap(({ aim }) => words.find((one) => one.key === aim)?.name ?? []);
  return (
    <Letter
      from={house}
      to={sponsor.name}
      language={settings.language}
      about={say("acceptance.sentence", { name: sponsor.name, programme: called.name })}
      code={<QrCode svg={sponsor.qr_code} says={say("letter.code")} />}
      link={sponsor.link}
      way={<p>{say("sponsor.letter_way")}</p>}
      foot={say("letter.valid_until", { day: dates.day(sponsor.link_expires_at.slice(0, 10)) })}
    >
      {called.purpose && <p>{called.purpose}</p>}
      {aims.length > 0 && (
        <ul>
          {aims.map((aim) => (
            <li key={aim}>{aim}</li>
          ))}
        </ul>
      )}
      {settings.results_use && <p>{say("sponsor.letter_results", { words: settings.results_use })}</p>}
      {settings.ends_on && <p>{say("sponsor.letter_until", { day: dates.day(settings.ends_on) })}</p>}
      <p>{say("acceptance.three_acts")}</p>
    </Letter>
  );
}
