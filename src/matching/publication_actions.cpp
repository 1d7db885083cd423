#include "matching/publication_actions.hpp"

#include "matching/match_run_store.hpp"
#include "matching/publication_store.hpp"
#include "matching/suggestion_store.hpp"
#include "matching/world_store.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/closing.hpp"
#include "programme/programme_store.hpp"

namespace matching {

namespace {

// The pairs of a draft as suggestions, with the benefits they have today.
base::Result<std::vector<NewSuggestion>> suggestions_of_today(db::Tx& tx, crypto::Keys const& keys,
                                                              OrganisationId organisation, MatchRun const& run,
                                                              base::Instant now) {
    auto const loaded = store::load_world(tx, keys, organisation, run.programme_id, now);
    if (!loaded) return base::not_found("programme");
    engine::Judge const judge(loaded->world);
    std::vector<NewSuggestion> suggestions;
    for (auto const& pair : store::list_pairs(tx, organisation, run.id)) {
        auto const mentor = loaded->find(Side::mentor, pair.mentor_id);
        auto const mentee = loaded->find(Side::mentee, pair.mentee_id);
        if (!mentor || !mentee) return run_outdated();
        engine::Benefit benefit;
        if (judge.judge(loaded->world.mentors[*mentor], loaded->world.mentees[*mentee], benefit) != 0)
            return run_outdated();
        suggestions.push_back({pair.mentor_id, pair.mentee_id, pair.fit, benefit.mentor, benefit.mentee, pair.reasons});
    }
    if (suggestions.empty()) return nothing_to_publish();
    return suggestions;
}

// What is sent, or why it is not: tested once when it is published, and again when it falls due.
struct Sendable {
    MatchRun run;  // as it stands once sent
    programme::Programme programme;
    std::vector<NewSuggestion> suggestions;
};

base::Result<Sendable> check_sendable(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                      MatchRun const& waiting, base::Instant now) {
    TRY(sent, send(waiting, store::surroundings_of(tx, organisation, waiting)));
    auto programme = programme::store::find_programme(tx, organisation, waiting.programme_id);
    if (!programme) return base::not_found("programme");
    TRY_VOID(programme::check_not_closed(programme->state));
    TRY_VOID(programme::check_second_coordinator(programme::store::load_standing(tx, organisation, programme->id)));
    TRY(suggestions, suggestions_of_today(tx, keys, organisation, waiting, now));
    return Sendable{std::move(sent), std::move(*programme), std::move(suggestions)};
}

void record_publication(db::Tx& tx, access::Viewer const& viewer, audit::Kind const& kind, MatchRun const& run,
                        base::Instant now) {
    audit::record(tx, viewer, kind, base::any(run.id),
                  audit::Facts().id("programme_id", run.programme_id).number("number", run.number), now);
}

void carry_out_sending(db::Tx& tx, access::Viewer const& viewer, Sendable const& sendable, Publication publication,
                       base::Instant now) {
    auto const today = organisation::store::today(tx, viewer.organisation, now);
    auto const closes_on = base::add_working_days(today, sendable.programme.closing_working_days);
    store::open_round(tx, viewer.organisation, sendable.run, closes_on, sendable.suggestions, now);
    store::save_run(tx, viewer.organisation, sendable.run);
    publication.state = PublicationState::sent;
    publication.sends_at = now;
    store::save_publication(tx, viewer.organisation, publication);
    record_publication(tx, viewer, kRunPublished, sendable.run, now);
}

void forget_due_sending(db::Tx& tx, OrganisationId organisation, PublicationId id, base::Instant now) {
    jobs::ask_to_cancel(tx, base::any(organisation), kSendPublication.name, id.text(), now);
}

base::Result<MatchRun> undo_publication(db::Tx& tx, access::Viewer const& viewer, MatchRun const& run,
                                        base::Instant now) {
    TRY(draft, undo(run));
    auto publication = store::find_publication_of(tx, viewer.organisation, run.id).value();
    publication.state = PublicationState::undone;
    store::save_publication(tx, viewer.organisation, publication);
    store::save_run(tx, viewer.organisation, draft);
    forget_due_sending(tx, viewer.organisation, publication.id, now);
    record_publication(tx, viewer, kPublicationUndone, draft, now);
    return draft;
}

void put_back(db::Tx& tx, OrganisationId organisation, MatchRun const& run, Publication publication,
              base::Refusal const& refusal, base::Instant now) {
    auto const draft = undo(run).value();
    store::save_run(tx, organisation, draft);
    publication.state = PublicationState::not_sent;
    publication.trouble = refusal.code;
    store::save_publication(tx, organisation, publication);
    for (auto const& person : store::list_publishers(tx, organisation, run.programme_id))
        notice::tell(tx, organisation, person, notice::not_sent, base::any(publication.id), now);
    record_publication(tx, access::house(organisation), kPublicationNotSent, draft, now);
}

}  // namespace

base::Result<MatchRun> publish_run(db::Tx& tx, access::Viewer const& viewer, crypto::Keys const& keys, MatchRunId id,
                                   base::Instant now) {
    auto const run = store::find_coordinated_run(tx, viewer, id);
    if (!run) return match_run_not_found();
    TRY(waiting, publish(*run, store::surroundings_of(tx, viewer.organisation, *run)));
    TRY(sendable, check_sendable(tx, keys, viewer.organisation, waiting, now));
    Publication publication;
    publication.id = tx.make_id<PublicationId>();
    publication.match_run_id = id;
    publication.started_at = now;
    publication.sends_at = now + std::chrono::minutes(sendable.programme.publication_wait_minutes);
    store::insert_publication(tx, viewer, publication);
    if (publication.sends_at == now) {
        carry_out_sending(tx, viewer, sendable, publication, now);
        return sendable.run;
    }
    store::save_run(tx, viewer.organisation, waiting);
    jobs::queue(tx, viewer.organisation, kSendPublication, {publication.id},
                {.now = now, .run_at = publication.sends_at, .unique_key = publication.id.text()});
    record_publication(tx, viewer, kPublicationStarted, waiting, now);
    return waiting;
}

base::Result<MatchRun> send_now(db::Tx& tx, access::Viewer const& viewer, crypto::Keys const& keys, MatchRunId id,
                                base::Instant now) {
    auto const run = store::find_coordinated_run(tx, viewer, id);
    if (!run) return match_run_not_found();
    TRY(sendable, check_sendable(tx, keys, viewer.organisation, *run, now));
    auto const publication = store::find_publication_of(tx, viewer.organisation, id).value();
    carry_out_sending(tx, viewer, sendable, publication, now);
    forget_due_sending(tx, viewer.organisation, publication.id, now);
    return sendable.run;
}

base::Result<MatchRun> take_back(db::Tx& tx, access::Viewer const& viewer, MatchRunId id, base::Instant now) {
    auto const run = store::find_coordinated_run(tx, viewer, id);
    if (!run) return match_run_not_found();
    if (run->state == RunState::sending) return undo_publication(tx, viewer, *run, now);
    TRY(withdrawn, withdraw(*run, store::surroundings_of(tx, viewer.organisation, *run)));
    store::remove_round_of(tx, viewer.organisation, id);
    store::save_run(tx, viewer.organisation, withdrawn);
    record_publication(tx, viewer, kRunWithdrawn, withdrawn, now);
    return withdrawn;
}

base::Result<bool> send_due_publication(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                        PublicationId id, base::Instant now) {
    auto const publication = store::find_publication(tx, organisation, id);
    if (!publication || publication->state != PublicationState::waiting) return true;
    auto const run = store::find_run(tx, organisation, publication->match_run_id).value();
    auto const sendable = check_sendable(tx, keys, organisation, run, now);
    if (sendable)
        carry_out_sending(tx, access::house(organisation), *sendable, *publication, now);
    else
        put_back(tx, organisation, run, *publication, sendable.refusal(), now);
    return true;
}

}  // namespace matching
