import { useNavigate } from "@tanstack/react-router";
import { useMyInvitations } from "features/invitation/api/my-invitations";
import { InvitationCard } from "features/invitation/components/invitation-card";
import { useMySuggestions } from "features/matching/api/suggestions";
import { SuggestionsBrief } from "features/matching/components/suggestions-brief";
import { NoticeCard } from "features/notice/components/notice-card";
import { useMyPairings } from "features/pairing/api/list-my-pairings";
import type { Pairing } from "features/pairing/api/show-pairing";
import { PairingBrief } from "features/pairing/components/pairing-brief";
import { useMySession } from "features/signin/api/my-session";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";
import { Answered } from "ui/state/states";

const waitsFor: Pairing["allowed_actions"] = ["set_meeting", "answer", "sign_agreement", "sign_charter"];
const isLive = ({ stage }: Pairing) => stage !== "finished" && stage !== "set_aside";
const waitsForMe = (pairing: Pairing) => pairing.allowed_actions.some((action) => waitsFor.includes(action));

/** Home: one next step, my pairs, my dates. */
export function HomePage() {
  const say = useSay();
  const dates = useDates();
  const session = useMySession();
  const pairings = useMyPairings();
  const navigate = useNavigate();
  const open = (useMyInvitations().data?.items ?? []).filter((one) => one.own_answer !== "yes");
  const unanswered = (useMySuggestions().data?.items ?? []).filter((one) => one.answer === null);
  const name = session.data?.person.name ?? "";

  return (
    <Answered query={pairings}>
      {({ items }) => {
        const live = items.filter(isLive);
        const next = live.find(waitsForMe);
        const partner = next ? (next.partner.called_name ?? next.partner.name) : "";
        const invited = open[0] ? say("home.invited", { programme: open[0].programme_name }) : undefined;
        const suggested =
          unanswered.length > 0
            ? say("matching.suggestions_sentence", { count: unanswered.length })
            : undefined;
        const sentence = next
          ? say(`pairing.sentence_${next.stage}`, { partner })
          : (suggested ?? invited ?? say("home.welcome", { name }));
        return (
          <Page
            above={dates.dayOf(new Date().toISOString())}
            sentence={sentence}
            title={say("nav.home")}
            below={
              live.length + open.length + unanswered.length === 0 ? say("home.nothing_waits") : undefined
            }
          >
            {unanswered.length > 0 && <SuggestionsBrief suggestions={unanswered} isNext={!next} />}
            {open.length > 0 && (
              <section className="thirds" aria-label={say("home.invitations")}>
                {open.map((one) => (
                  <InvitationCard
                    key={one.id}
                    invitation={one}
                    onYes={() => void navigate({ to: "/exchange" })}
                  />
                ))}
              </section>
            )}
            {live.length > 0 && (
              <section className="thirds" aria-label={say("home.my_pairs")}>
                {live.map((one) => (
                  <PairingBrief key={one.id} pairing={one} isNext={one === next} />
                ))}
              </section>
            )}
            <NoticeCard />
          </Page>
        );
      }}
    </Answered>
  );
}
