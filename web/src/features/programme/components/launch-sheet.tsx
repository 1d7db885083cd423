import type { OpenCall } from "features/programme/api/open-call";
import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { type LaunchDocument, linesOf, needsMet } from "features/programme/components/launch-kit";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Sheet, SheetWay } from "ui/letter/sheet";
import { QrCode } from "ui/qr-code/qr-code";

interface LaunchSheetProps {
  document: LaunchDocument;
  house: string;
  setUp: ProgrammeSetUp;
  /** The programme's link, where it has one: the poster carries it. */
  call: OpenCall | null;
}

/** One sheet of the launch kit, in the programme's own words and dates. */
export function LaunchSheet({ document, house, setUp, call }: LaunchSheetProps) {
  const say = useSay();
  const dates = useDates();
  const { settings } = setUp;
  const called = calledHere(setUp, settings.language);
  const day = (iso: string | null) => (iso ? dates.day(iso) : "");
  const values = {
    programme: called.name,
    purpose: called.purpose ?? "",
    results: settings.results_use ?? "",
    starts: day(settings.starts_on),
    ends: day(settings.ends_on),
    closes: day(settings.enrolment_closes_on),
    sponsor: setUp.sponsor?.name ?? "",
  };
  return (
    <Sheet
      label={say(`launch.document_${document}`)}
      from={house}
      language={settings.language}
      about={say(`launch.about_${document}`, values)}
    >
      {linesOf(document, needsMet(setUp)).lines.map(({ says, as }) => {
        const words = say(says, values);
        return as === "heading" ? (
          <h3 key={says}>{words}</h3>
        ) : (
          <p key={says}>{as === "item" ? `· ${words}` : words}</p>
        );
      })}
      {document === "poster" && call && (
        <SheetWay
          code={<QrCode svg={call.qr_code} says={say("launch.code")} />}
          link={call.link}
          way={<p>{say("launch.poster_way")}</p>}
        />
      )}
    </Sheet>
  );
}
