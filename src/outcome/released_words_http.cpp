#include "outcome/released_words_http.hpp"

#include <algorithm>

#include "outcome/released_words_actions.hpp"
#include "pairing/goal.hpp"
#include "pairing/pairing_store.hpp"
#include "programme/called_store.hpp"

namespace outcome {
namespace {

WordKeys keys_of(access::Call& call) {
    return {call.tools.keys, call.tools.key_files};
}

programme::Called called(access::Call& call, ProgrammeId programme) {
    return programme::store::find_called(call.tx, call.viewer.organisation, programme, call.viewer.language);
}

bool is_published(access::Call& call, Words const& words) {
    return words.released_id && store::is_published(call.tx, call.viewer.organisation, *words.released_id);
}

std::vector<WordsPartner> partners_in(access::Call& call, ProgrammeId programme) {
    std::vector<WordsPartner> partners;
    for (auto const& pairing : pairing::store::list_mine(call.tx, call.viewer)) {
        if (pairing.programme_id != programme || !pairing.started_at) continue;
        auto const other = call.viewer.is(pairing.mentor_id) ? pairing.mentee_id : pairing.mentor_id;
        partners.push_back({pairing.id, store::name_of(call.tx, call.viewer.organisation, other)});
    }
    return partners;
}

OwnWords own_words(access::Call& call, ProgrammeId programme, store::Kept const& kept) {
    auto const& words = kept.words;
    auto const state = state_of(words, is_published(call, words));
    return {kept.id,
            programme,
            words.version,
            state,
            words.about,
            words.pairing_id,
            {words.text, words.names},
            allowed_actions(state)};
}

// Whose words about the two they are, as the partner knows them.
std::string author_of(access::Call& call, Words const& words) {
    auto const pairing = words.pairing_id ? pairing::store::find_mine(call.tx, call.viewer, *words.pairing_id)
                                          : std::optional<pairing::Pairing>{};
    if (!pairing) return "";
    auto const other = call.viewer.is(pairing->mentor_id) ? pairing->mentee_id : pairing->mentor_id;
    return store::name_of(call.tx, call.viewer.organisation, other);
}

WordsAsked asked_words(access::Call& call, ProgrammeId programme, store::Kept const& kept) {
    auto const& words = kept.words;
    return {kept.id,
            programme,
            called(call, programme),
            author_of(call, words),
            words.version,
            {words.text, words.names},
            words.partner,
            is_published(call, words)};
}

ReleasedWordsOf released_of(access::Call& call, ProgrammeId programme) {
    auto const reader = store::reader_of(call.tx, call.viewer, programme);
    ReleasedWordsOf released{programme, called(call, programme), {}};
    for (auto& row : store::list_released(call.tx, call.tools.keys, call.viewer.organisation, programme)) {
        if (!row.published_on && reader != store::Reader::runs) continue;
        ReleasedWords one{row.id, row.week_on, std::move(row.shown), row.published_on, {}};
        if (!row.published_on && call.viewer.coordinates(programme))
            one.allowed_actions.push_back(ReleasedWordsAction::publish);
        released.items.push_back(std::move(one));
    }
    return released;
}

struct WordsPlace {
    ProgrammeId programme;
    WordsId words;
};
base::Result<WordsPlace> words_place(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(words, call.id<WordsId>("words_id"));
    return WordsPlace{programme, words};
}

}  // namespace

base::Result<MyReleasedWords> list_my_words(access::Call& call) {
    auto const organisation = call.viewer.organisation;
    MyReleasedWords mine;
    auto const closed_from = base::utc_day(call.now) - pairing::kKeptDays;
    for (auto const& programme : store::list_own_programmes(call.tx, call.viewer, closed_from)) {
        mine.programmes.push_back({programme, called(call, programme), partners_in(call, programme)});
        auto const mark = mark_in(call.tx, keys_of(call), call.viewer, programme, call.now);
        if (!mark) continue;
        for (auto const& kept : store::list_by_author(call.tx, call.tools.keys, organisation, programme, *mark))
            mine.items.push_back(own_words(call, programme, kept));
        for (auto const& kept : store::list_by_partner(call.tx, call.tools.keys, organisation, programme, *mark))
            mine.asked.push_back(asked_words(call, programme, kept));
    }
    return mine;
}

base::Result<MyReleasedWords> put_words(access::Call& call, WordsWanted const& wanted) {
    TRY(place, words_place(call));
    TRY_VOID(write_words(call.tx, keys_of(call), call.viewer, place.programme, place.words, wanted, call.now));
    return list_my_words(call);
}

base::Result<MyReleasedWords> remove_own_words(access::Call& call) {
    TRY(place, words_place(call));
    TRY_VOID(remove_words(call.tx, keys_of(call), call.viewer, place.programme, place.words, call.now));
    return list_my_words(call);
}

base::Result<MyReleasedWords> put_words_consent(access::Call& call, WordsConsent const& consent) {
    TRY(place, words_place(call));
    TRY_VOID(
        consent_to_words(call.tx, keys_of(call), call.viewer, place.programme, place.words, consent.version, call.now));
    return list_my_words(call);
}

base::Result<MyReleasedWords> remove_words_consent(access::Call& call) {
    TRY(place, words_place(call));
    TRY_VOID(withdraw_words(call.tx, keys_of(call), call.viewer, place.programme, place.words, call.now));
    return list_my_words(call);
}

base::Result<MyReleasedWords> put_partner_consent(access::Call& call, PartnerConsentWanted const& wanted) {
    TRY(place, words_place(call));
    TRY_VOID(answer_words(call.tx, keys_of(call), call.viewer, place.programme, place.words, wanted, call.now));
    return list_my_words(call);
}

base::Result<PublishedWords> list_published_words(access::Call& call) {
    PublishedWords published;
    for (auto const& programme : store::list_readable(call.tx, call.viewer))
        published.items.push_back(released_of(call, programme));
    return published;
}

base::Result<ReleasedWordsOf> list_released_words(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (store::reader_of(call.tx, call.viewer, programme) == store::Reader::nobody) return base::not_found("programme");
    return released_of(call, programme);
}

base::Result<ReleasedWordsOf> put_words_publication(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(words, call.id<ReleasedWordsId>("words_id"));
    TRY_VOID(publish_words(call.tx, call.viewer, programme, words, call.now));
    return released_of(call, programme);
}

}  // namespace outcome
