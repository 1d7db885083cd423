import type { OpenCall } from "features/programme/api/open-call";
import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { type LaunchDocument, linesOf, needsMet } from "features/programme/components/launch-kit";
import styles from "features/programme/components/launch-sheet.module.css";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Sheet, SheetWay } from "ui/letter/sheet";
import { Phone } from "ui/phone/phone";
import { QrCode } from "ui/qr-code/qr-code";

interface LaunchSheetProps {
  document: LaunchDocument;
  house: string;
  setUp: ProgrammeSetUp;
  /** The programme's link, where it has one: the poster carries it. */
  call: OpenCall | null;
  /** As somebody made up reads it on a phone; it is still printed on paper. */
  isOnPhone: boolean;
}

/** One sheet of the launch kit, in the programme's own words and dates. */
export function LaunchSheet({ document, house, setUp, call, isOnPhone }: LaunchSheetProps) {
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
  const label = say(`launch.document_${document}`);
  const about = say(`launch.about_${document}`, values);
  const lines = (
    <>
      {inBlocks(linesOf(document, needsMet(setUp)).lines).map((block) => (
        <section key={block[0]?.says} className={styles.block}>
          {itemsTogether(block).map((part) =>
            part[0]?.as === "item" ? (
              <ul key={part[0].says}>
                {part.map(({ says }) => (
                  <li key={says}>{say(says, values)}</li>
                ))}
              </ul>
            ) : (
              part.map(({ says, as }) =>
                as === "heading" ? (
                  <h3 key={says}>{say(says, values)}</h3>
                ) : (
                  <p key={says}>{say(says, values)}</p>
                ),
              )
            ),
          )}
        </section>
      ))}
      {document === "poster" && call && (
        <SheetWay
          code={<QrCode svg={call.qr_code} says={say("launch.code")} />}
          link={call.link}
          way={<p>{say("launch.poster_way")}</p>}
        />
      )}
    </>
  );
  const isShown = document === "slide" || document === "poster";
  const sheet = (
    <div className={isShown ? styles.shown : undefined}>
      <Sheet label={label} from={house} language={settings.language} about={about}>
        {lines}
      </Sheet>
    </div>
  );
  if (!isOnPhone) return sheet;
  return (
    <>
      <div data-screen data-copied>
        <Phone
          label={label}
          from={say("launch.on_phone_of", { house })}
          about={about}
          language={settings.language}
        >
          {lines}
        </Phone>
      </div>
      <div className={styles.printed}>{sheet}</div>
    </>
  );
}

type Lines = ReturnType<typeof linesOf>["lines"];

/** A heading begins a block, and what stands below it belongs to it. */
function inBlocks(lines: Lines): Lines[] {
  return cut(lines, (line) => line.as === "heading");
}

/** Items that follow each other are one list; everything else stands alone. */
function itemsTogether(lines: Lines): Lines[] {
  return cut(lines, (line, before) => line.as !== "item" || before?.as !== "item");
}

function cut(
  lines: Lines,
  begins: (line: Lines[number], before: Lines[number] | undefined) => boolean,
): Lines[] {
  const parts: Lines[] = [];
  lines.forEach((line, at) => {
    const last = parts.at(-1);
    if (!last || begins(line, lines[at - 1])) parts.push([line]);
    else last.push(line);
  });
  return parts;
}
