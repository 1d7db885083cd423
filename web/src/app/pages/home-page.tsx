import { Link, useNavigate } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { AnsweredConcern } from "app/pages/home/answered-concern";
import { ExchangeBrief } from "app/pages/home/exchange-brief";
import { RoleCards, rolesWithCards } from "app/pages/home/role-cards";
import { useMyInvitations } from "features/invitation/api/my-invitations";
import { InvitationCard } from "features/invitation/components/invitation-card";
import { useMySuggestions } from "features/matching/api/suggestions";
import { SuggestionsBrief } from "features/matching/components/suggestions-brief";
import { NoticeCard } from "features/notice/components/notice-card";
import { useMyPairings } from "features/pairing/api/list-my-pairings";
import type { Pairing } from "features/pairing/api/show-pairing";
import { PairingBrief } from "features/pairing/components/pairing-brief";
import { stageInWords } from "features/pairing/components/stage-in-words";
import { useDelegations } from "features/person/api/delegations";
import { KeptBrief } from "features/person/components/kept-brief";
import { useMyClosings } from "features/programme/api/closing";
import { useProgrammes } from "features/programme/api/list-programmes";
import { useMyEnrolments } from "features/programme/api/my-enrolments";
import { useMySponsorships } from "features/programme/api/my-sponsorships";
import { ClosingBrief } from "features/programme/components/closing-brief";
import { useMySession } from "features/signin/api/my-session";
import { useNow } from "features/signin/api/now";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { lazy, Suspense } from "react";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Loading } from "ui/state/states";

// For whoever runs a programme, or stands for one.
const SponsorshipBriefs = lazy(async () => ({
  default: (await import("app/pages/home/sponsorship-briefs")).SponsorshipBriefs,
}));
const ProgrammeBriefs = lazy(async () => ({
  default: (await import("app/pages/home/programme-briefs")).ProgrammeBriefs,
}));

// Few have one: a download of its own.
const OwnCircles = lazy(async () => ({ default: (await import("app/pages/home/own-circles")).OwnCircles }));

const OwnNews = lazy(async () => ({ default: (await import("app/pages/home/own-news")).OwnNews }));

const OwnQuestions = lazy(async () => ({
  default: (await import("app/pages/home/own-questions")).OwnQuestions,
}));

const OwnWords = lazy(async () => ({ default: (await import("app/pages/home/own-words")).OwnWords }));

const OwnFrontLine = lazy(async () => ({
  default: (await import("app/pages/home/own-front-line")).OwnFrontLine,
}));

const OwnPreparation = lazy(async () => ({
  default: (await import("app/pages/home/own-preparation")).OwnPreparation,
}));

const OwnAcquaintances = lazy(async () => ({
  default: (await import("app/pages/home/own-acquaintances")).OwnAcquaintances,
}));

const waitsFor: Pairing["allowed_actions"] = [
  "set_meeting",
  "answer",
  "sign_agreement",
  "sign_charter",
  "go_on_knowingly",
];
// There is something to read before two have talked as a pair.
const begins = ({ meetings_before, mirror }: Pairing) => meetings_before === 0 && !mirror.line?.meetings_held;
const isLive = ({ stage }: Pairing) => stage !== "finished" && stage !== "set_aside";
// A first date that is set can be moved and asks for nothing.
const waitsForMe = ({ stage, allowed_actions }: Pairing) =>
  allowed_actions.some(
    (action) => waitsFor.includes(action) && (action !== "set_meeting" || stage === "exploring"),
  );

/** Home: one next step, my pairs, my dates; and for whoever runs something, the way there. */
export function HomePage() {
  const pairings = useMyPairings();
  return <AnsweredPage query={pairings}>{({ items }) => <Home live={items.filter(isLive)} />}</AnsweredPage>;
}

function Home({ live }: { live: Pairing[] }) {
  const say = useSay();
  const dates = useDates();
  const navigate = useNavigate();
  const session = useMySession().data;
  const now = useNow();
  const mayRun = session?.roles.some((one) => one.role === "coordinator") ?? false;
  const isAdministrator = session?.roles.some((one) => one.role === "administrator") ?? false;
  const open = (useMyInvitations().data?.items ?? []).filter((one) => one.own_answer !== "yes");
  const unanswered = (useMySuggestions().data?.items ?? []).filter((one) => one.answer === null);
  // Until what was written is gone.
  const closings = (useMyClosings().data?.items ?? []).filter(
    (one) => now === undefined || one.kept_until >= now.slice(0, 10),
  );
  // A programme with a partner, or with people one could meet, has a card above already.
  const shown = new Set([...live, ...unanswered].map((one) => one.programme_id));
  // So has one that comes to its end, where no partner is looked for any more.
  const closingIds = new Set(closings.map((one) => one.programme_id));
  const takesPart = (useMyEnrolments().data?.items ?? []).filter(({ state }) => state !== "withdrawn");
  const enrolments = takesPart.filter(
    ({ programme_id }) => !shown.has(programme_id) && !closingIds.has(programme_id),
  );
  const brings = takesPart.some(({ side }) => side === "mentor");
  const programmes = useProgrammes().data?.items;
  const run = (programmes ?? []).filter((one) => one.coordinates);
  const runsNone = mayRun && programmes !== undefined && run.length === 0;
  const next = live.find(waitsForMe);
  const beginning = live.filter(begins);
  // What waits for an answer stands first.
  const sponsorships = (useMySponsorships().data?.items ?? []).toSorted(
    (one, other) => Number(Boolean(other.link)) - Number(Boolean(one.link)),
  );
  const asked = sponsorships.find((one) => one.link);
  const roles = rolesWithCards(session?.roles.map((one) => one.role) ?? []);

  // The first of these that there is: it heads the page, and its button is the filled one.
  const step = next
    ? "pair"
    : unanswered.length > 0
      ? "suggestions"
      : asked
        ? "sponsorship"
        : open.length > 0
          ? "invitation"
          : "none";
  const sentences = {
    pair: () => (next ? stageInWords(say, next, next.partner.called_name ?? next.partner.name) : ""),
    suggestions: () => say("home.suggestions_sentence", { count: unanswered.length }),
    sponsorship: () => say("home.asked_to_stand", { programme: asked?.programme.name }),
    invitation: () => say("home.invited", { programme: open[0]?.programme.name }),
    none: () => say("home.welcome", { name: session?.person.name }),
  };
  const kept = useDelegations().data?.principals ?? [];
  const isOnlyKeeping = enrolments.length === 0 && run.length === 0 && !isAdministrator && !mayRun;
  const isQuiet =
    [closings, kept, live, open, unanswered, enrolments, run, sponsorships, roles].every(
      ({ length }) => length === 0,
    ) &&
    !isAdministrator &&
    !mayRun;

  return (
    <Page
      above={now && dates.dayOf(now)}
      sentence={sentences[step]()}
      title={say("nav.home")}
      below={isQuiet ? say("home.nothing_waits") : undefined}
    >
      {unanswered.length > 0 && (
        <section className="cards" aria-label={say("nav.suggestions")}>
          <SuggestionsBrief suggestions={unanswered} isNext={step === "suggestions"} />
        </section>
      )}
      {sponsorships.length > 0 && (
        <section className="cards" aria-label={say("home.you_stand_for")}>
          <Suspense fallback={<Loading />}>
            <SponsorshipBriefs
              sponsorships={sponsorships}
              next={step === "sponsorship" ? asked : undefined}
            />
          </Suspense>
        </section>
      )}
      {open.length > 0 && (
        <section className="cards" aria-label={say("home.invitations")}>
          {open.map((one) => (
            <InvitationCard
              key={one.id}
              invitation={one}
              isNext={step === "invitation" && one === open[0]}
              onYes={() => void navigate({ to: "/exchange" })}
            />
          ))}
        </section>
      )}
      {live.length > 0 && (
        <section className="cards" aria-label={say("home.my_pairs")}>
          {live.map((one) => (
            <PairingBrief key={one.id} pairing={one} isNext={one === next} />
          ))}
        </section>
      )}
      {beginning.length > 0 && (
        <Suspense>
          <OwnPreparation programmeIds={beginning.map((one) => one.programme_id)} />
        </Suspense>
      )}
      {takesPart.length > 0 && (
        <Suspense>
          <OwnAcquaintances mayLead={step === "none"} />
        </Suspense>
      )}
      {(takesPart.length > 0 || sponsorships.length > 0 || open.length > 0) && (
        <Suspense>
          <OwnNews />
        </Suspense>
      )}
      {brings && (
        <Suspense>
          <OwnCircles />
        </Suspense>
      )}
      {(takesPart.length > 0 || sponsorships.length > 0) && (
        <Suspense>
          <OwnQuestions />
          <OwnFrontLine />
          <OwnWords />
        </Suspense>
      )}
      {closings.length > 0 && (
        <section className="cards" aria-label={say("home.closings")}>
          {closings.map((one) => (
            <ClosingBrief key={one.programme_id} closing={one} />
          ))}
        </section>
      )}
      {kept.length > 0 && (
        <section className="cards" aria-label={say("kept.title_all")}>
          {kept.map((one) => (
            <KeptBrief key={one.id} principal={one} isNext={step === "none" && isOnlyKeeping} />
          ))}
        </section>
      )}
      {enrolments.length > 0 && (
        <section className="cards" aria-label={say("nav.exchange")}>
          {enrolments.map((one) => (
            <ExchangeBrief key={one.id} enrolment={one} mayLead={step === "none" && run.length === 0} />
          ))}
        </section>
      )}
      {(run.length > 0 || isAdministrator || runsNone) && (
        <section className="cards" aria-label={say("home.you_look_after")}>
          {runsNone && (
            <Card title={say("home.first_step")}>
              <p>{say("home.first_step_below")}</p>
              <div>
                <ButtonLink kind={step === "none" ? "filled" : "plain"} to="/programmes/preview">
                  {say("nav.preview_run")}
                </ButtonLink>
              </div>
            </Card>
          )}
          {run.length > 0 && (
            <Suspense fallback={<Loading />}>
              <ProgrammeBriefs programmes={run} mayLead={step === "none"} />
            </Suspense>
          )}
          {isAdministrator && (
            <Card title={say("nav.administration")}>
              <p className="quiet">{say("home.administration")}</p>
              <div>
                <ButtonLink
                  kind={step === "none" && run.length === 0 && !runsNone ? "filled" : "plain"}
                  to="/administration/people"
                >
                  {say("home.to_administration")}
                </ButtonLink>
              </div>
            </Card>
          )}
        </section>
      )}
      <AnsweredConcern />
      {(mayRun || roles.length > 0 || sponsorships.length > 0) && (
        <p className="quiet">
          <Link to="/preparation">{say("home.to_reading")}</Link>
        </p>
      )}
      {roles.length > 0 && (
        <section className="cards" aria-label={say("home.your_roles")}>
          <RoleCards roles={roles} />
        </section>
      )}
      <NoticeCard />
      {(live.length > 0 || enrolments.length > 0) && (
        <p className="quiet">
          <Link to="/talk">{say("home.something_is_wrong")}</Link>
        </p>
      )}
    </Page>
  );
}
