import { Link, useParams } from "@tanstack/react-router";
import { WordDecision } from "features/care/components/word-decision";
import { useIntroductionCount } from "features/pairing/api/introductions";
import { type ProgrammePairing, useProgrammePairings } from "features/pairing/api/list-programme-pairings";
import { ProgrammePairingsTable } from "features/pairing/components/programme-pairings-table";
import { useJoined } from "features/programme/api/list-enrolments";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { useSay } from "lib/i18n/say";
import { lazy, Suspense } from "react";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Answered, Loading } from "ui/state/states";

const BringPairsCard = lazy(async () => ({
  default: (await import("features/pairing/components/bring-pairs-card")).BringPairsCard,
}));

/** The pairs of a programme, from events only. */
export function ProgrammePairsPage() {
  const say = useSay();
  const { locale } = useIntl();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const programme = useSetUpOf(programme_id).data;
  const called = programme && calledHere(programme, locale);
  const joined = useJoined(programme_id);
  const counts = useProgrammePairings(programme_id).data?.pages[0]?.counts;
  const introductions = useIntroductionCount(programme_id).data;
  return (
    <Page
      above={called?.name}
      sentence={counts ? say("pairing.counts", { ...counts }) : say("nav.pairs")}
      title={say("nav.pairs")}
      below={say("pairing.coordinator_sees")}
    >
      <Card>
        <ProgrammePairingsTable
          programmeId={programme_id}
          called={called}
          beside={(pairing) =>
            pairing.line.state === "started" && (
              <WordDecision
                programmeId={programme_id}
                pairingId={pairing.id}
                names={say("pairing.couple", { one: nameOf(pairing.mentor), other: nameOf(pairing.mentee) })}
                first={programme && whoMends(programme.settings.direction, pairing)}
                mayNeedWord={pairing.line.word !== null}
              />
            )
          }
        />
        {introductions && <p className="quiet">{say("pairing.introductions_made", { ...introductions })}</p>}
        <p>
          <Link to="/programmes/$programme_id/circles" params={{ programme_id }}>
            {say("pairing.circles")}
          </Link>
        </p>
        <p>
          <Link to="/programmes/$programme_id/preparation" params={{ programme_id }}>
            {say("pairing.preparation")}
          </Link>
        </p>
      </Card>
      <Answered query={joined}>
        {(people) => (
          <Suspense fallback={<Loading />}>
            <BringPairsCard called={called} programmeId={programme_id} joined={people} />
          </Suspense>
        )}
      </Answered>
    </Page>
  );
}

const nameOf = (person: ProgrammePairing["mentor"]) => person.called_name ?? person.name;

/** The side with more power can mend the diary. */
function whoMends(direction: string, { mentor, mentee }: ProgrammePairing): string | undefined {
  if (direction === "reverse") return nameOf(mentee);
  return direction === "traditional" ? nameOf(mentor) : undefined;
}
