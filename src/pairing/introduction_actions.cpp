#include "pairing/introduction_actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/introduction_store.hpp"
#include "pairing/pairing_store.hpp"
#include "person/conflict.hpp"
#include "person/conflict_store.hpp"
#include "person/person_actions.hpp"
#include "person/person_store.hpp"

namespace pairing {
namespace {

struct OwnIntroduction {
    Introduction introduction;
    IntroductionReplies replies;
    bool are_kept_apart = false;
    IntroductionPart part = IntroductionPart::introducer;
};

std::optional<OwnIntroduction> own(db::Tx& tx, access::Viewer const& viewer, Introduction const& introduction) {
    auto const replies = store::replies_of(tx, viewer.organisation, introduction);
    auto const apart = store::are_kept_apart(tx, viewer.organisation, introduction);
    auto const part = part_of(introduction, replies, apart, *viewer.person);
    if (!part) return std::nullopt;
    return OwnIntroduction{introduction, replies, apart, *part};
}

base::Result<OwnIntroduction> find_own(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                       IntroductionId id) {
    auto const introduction = store::find_introduction(tx, keys, viewer.organisation, id);
    if (!introduction) return introduction_not_found();
    auto mine = own(tx, viewer, *introduction);
    if (!mine) return introduction_not_found();
    return *std::move(mine);
}

IntroductionBrief brief_of(db::Tx& tx, access::Viewer const& viewer, OwnIntroduction const& own, base::Day today) {
    auto const& introduction = own.introduction;
    IntroductionBrief brief;
    brief.id = introduction.id;
    brief.part = own.part;
    if (own.part != IntroductionPart::colleague) brief.pairing_id = introduction.pairing_id;
    brief.introducer = store::introduced_person(tx, viewer.organisation, introduction.introducer_id);
    brief.partner = store::introduced_person(tx, viewer.organisation, introduction.partner_id);
    brief.colleague = store::introduced_person(tx, viewer.organisation, introduction.colleague_id);
    brief.why = introduction.why;
    brief.state = state_of(introduction, today);
    if (own.part == IntroductionPart::partner) brief.own_answer = own.replies.partner;
    if (own.part == IntroductionPart::colleague) brief.own_answer = own.replies.colleague;
    brief.closes_on = introduction.closes_on;
    brief.made_on = introduction.made_on;
    auto const waits = brief.state == IntroductionState::waiting;
    brief.may_answer = waits && own.part != IntroductionPart::introducer;
    brief.may_take_back = waits && own.part == IntroductionPart::introducer;
    return brief;
}

// A colleague who was asked is no longer shown what did not go ahead: they have nothing to know of it.
bool is_shown(IntroductionBrief const& brief) {
    return brief.part != IntroductionPart::colleague || brief.state != IntroductionState::not_going_ahead;
}

base::Result<PersonId> colleague_meant(db::Tx& tx, access::Viewer const& viewer, std::string const& words) {
    TRY(id, person::only_one(person::store::find_meant(tx, viewer, words), "/colleague"));
    auto const person = person::store::find(tx, viewer.organisation, id).value();
    if (person.is_name_only || !person.is_active) return base::invalid("/colleague", "nobody_of_this_name");
    return id;
}

void tell_made(db::Tx& tx, access::OrganisationId organisation, Introduction const& introduction, base::Instant now) {
    for (auto const& who : {introduction.introducer_id, introduction.partner_id, introduction.colleague_id})
        notice::tell(tx, organisation, who, notice::introduction_news, base::any(introduction.id), now);
}

bool may_count(access::Viewer const& viewer, ProgrammeId programme) {
    return std::ranges::any_of(viewer.grants, [&](access::Grant const& grant) {
        if (grant.role == access::Role::analyst) return !grant.programme || *grant.programme == programme;
        return (grant.role == access::Role::coordinator || grant.role == access::Role::sponsor) &&
               grant.programme == programme;
    });
}

bool may_introduce_partner(db::Tx& tx, access::Viewer const& viewer, Pairing const& pairing) {
    auto const direction = store::direction_of(tx, viewer.organisation, pairing.programme_id);
    return direction && may_introduce(*direction, *pairing.side_of(*viewer.person));
}

}  // namespace

MyIntroductions read_introductions(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                   base::Instant now) {
    MyIntroductions mine;
    for (auto const& pairing : store::list_mine(tx, viewer)) {
        if (!is_live(pairing) || !pairing.started_at || !may_introduce_partner(tx, viewer, pairing)) continue;
        auto const partner = pairing.person(other(*pairing.side_of(*viewer.person)));
        mine.may_introduce.push_back({pairing.id, store::introduced_person(tx, viewer.organisation, partner)});
    }
    for (auto const& introduction : store::list_introductions(tx, keys, viewer.organisation, *viewer.person)) {
        auto const one = own(tx, viewer, introduction);
        if (!one) continue;
        auto brief = brief_of(tx, viewer, *one, base::utc_day(now));
        if (is_shown(brief)) mine.items.push_back(std::move(brief));
    }
    return mine;
}

base::Result<MyIntroductions> ask_introduction(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                               PairingId id, IntroductionId introduction_id,
                                               IntroductionWanted const& wanted, base::Instant now) {
    auto const pairing = store::find_mine(tx, viewer, id);
    if (!pairing || !may_introduce_partner(tx, viewer, *pairing)) return pairing_not_found();
    if (auto const standing = store::find_introduction(tx, keys, viewer.organisation, introduction_id)) {
        if (standing->introducer_id != *viewer.person || standing->pairing_id != id) return introduction_not_found();
        return read_introductions(tx, keys, viewer, now);
    }
    TRY(colleague, colleague_meant(tx, viewer, wanted.colleague));
    Introduction asked;
    asked.id = introduction_id;
    asked.introducer_id = *viewer.person;
    asked.colleague_id = colleague;
    asked.why = base::trim(wanted.why);
    TRY(introduction, introduce(*pairing, std::move(asked), store::introductions_of(tx, keys, viewer.organisation, id),
                                base::utc_day(now)));
    store::insert_introduction(tx, keys, viewer.organisation, introduction);
    person::record_needed(tx, viewer.organisation, colleague);
    audit::record_private(tx, viewer.organisation, kIntroductionAsked, now);
    notice::tell(tx, viewer.organisation, introduction.partner_id, notice::introduction_waits,
                 base::any(introduction.id), now);
    return read_introductions(tx, keys, viewer, now);
}

base::Result<MyIntroductions> take_back_introduction(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                                     PairingId pairing, IntroductionId id, base::Instant now) {
    TRY(mine, find_own(tx, keys, viewer, id));
    if (mine.part != IntroductionPart::introducer || mine.introduction.pairing_id != pairing)
        return introduction_not_found();
    if (state_of(mine.introduction, base::utc_day(now)) != IntroductionState::waiting) return introduction_over();
    store::remove_introduction(tx, viewer.organisation, id);
    audit::record_private(tx, viewer.organisation, kIntroductionTakenBack, now);
    return read_introductions(tx, keys, viewer, now);
}

base::Result<MyIntroductions> answer_introduction(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                                  IntroductionId id, IntroductionReply given, base::Instant now) {
    TRY(mine, find_own(tx, keys, viewer, id));
    TRY(replied, reply(mine.introduction, mine.replies, mine.part, given, base::utc_day(now)));
    store::save_reply(tx, viewer.organisation, id, *viewer.person, given);
    audit::record_private(tx, viewer.organisation, kIntroductionAnswered, now);
    if (replied.introduction.made_on != mine.introduction.made_on) {
        store::mark_made(tx, viewer.organisation, replied.introduction);
        tell_made(tx, viewer.organisation, replied.introduction, now);
    } else if (mine.part == IntroductionPart::partner && reaches_colleague(replied.replies, mine.are_kept_apart)) {
        notice::tell(tx, viewer.organisation, replied.introduction.colleague_id, notice::introduction_waits,
                     base::any(id), now);
    }
    return read_introductions(tx, keys, viewer, now);
}

base::Result<IntroductionCount> count_introductions(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme) {
    auto const may = may_count(viewer, programme) || store::stands_for(tx, viewer, programme);
    if (!may || !store::direction_of(tx, viewer.organisation, programme)) return base::not_found("programme");
    return IntroductionCount{store::count_made(tx, viewer.organisation, programme)};
}

void tell_introductions(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation, base::Instant now) {
    for (auto const& introduction : store::list_not_going_ahead(tx, keys, organisation, base::utc_day(now)))
        for (auto const& who : {introduction.introducer_id, introduction.partner_id})
            notice::tell(tx, organisation, who, notice::introduction_news, base::any(introduction.id), now);
}

}  // namespace pairing
