#include "app/mail_links.hpp"

#include <array>

#include "care/contact_link_store.hpp"
#include "care/nudge_store.hpp"
#include "invitation/opening_letter_actions.hpp"
#include "invitation/opening_letter_store.hpp"
#include "meeting/exploratory_news_store.hpp"
#include "meeting/meeting_link_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/closing_store.hpp"
#include "programme/programme_actions.hpp"
#include "programme/sponsor_store.hpp"
#include "signin/password_link_store.hpp"
#include "supervisor/protected_time_store.hpp"

namespace app {

namespace {

using LinkMaker = std::optional<std::string> (*)(db::Tx&, access::Tools const&, notice::Mail const&);

std::optional<std::string> password_path(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const id = base::as<signin::PasswordLinkId>(mail.subject_id.value());
    auto const link = signin::store::find_link(tx, mail.organisation_id, id);
    if (!link || !signin::check_open(*link, tools.clock.wall())) return std::nullopt;
    return signin::password_link_path(tools.keys, mail.organisation_id, *link);
}

std::optional<std::string> sponsor_path(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const id = base::as<programme::SponsorId>(mail.subject_id.value());
    auto const sponsor = programme::store::find_sponsor(tx, mail.organisation_id, id);
    if (!sponsor) return std::nullopt;
    return "/sponsor/" + crypto::sign_link(tools.keys, programme::link_of(*sponsor, mail.organisation_id));
}

std::optional<std::string> closing_path(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const closing = programme::store::find_closing_told(tx, mail.organisation_id, mail.subject_id.value());
    if (!closing) return std::nullopt;
    auto const sponsor = programme::store::find_sponsor(tx, mail.organisation_id, closing->programme_id);
    if (!sponsor) return std::nullopt;
    return "/closing/" + crypto::sign_link(tools.keys, programme::closing_link_of(*sponsor, mail.organisation_id));
}

std::optional<std::string> letter_path(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const letter = invitation::store::find_letter_asked(tx, mail.organisation_id, mail.subject_id.value());
    if (!letter) return std::nullopt;
    auto const sponsor = programme::store::find_sponsor(tx, mail.organisation_id, letter->programme_id);
    if (!invitation::is_asked(*letter, sponsor)) return std::nullopt;
    return "/letter/" + crypto::sign_link(tools.keys, invitation::letter_link_of(*sponsor, mail.organisation_id));
}

std::optional<std::string> meeting_path(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const id = base::as<meeting::MeetingLinkId>(mail.subject_id.value());
    auto const link = meeting::store::find_link(tx, mail.organisation_id, id);
    if (!link) return std::nullopt;
    return meeting::meeting_link_path(tools.keys, mail.organisation_id, *link);
}

std::optional<std::string> exploratory_path(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const id = base::as<meeting::ExploratoryTellingId>(mail.subject_id.value());
    auto const telling = meeting::store::find_exploratory_telling(tx, mail.organisation_id, id);
    if (!telling) return std::nullopt;
    return meeting::exploratory_link_path(tools.keys, mail.organisation_id, *telling);
}

std::optional<std::string> nudge_path(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const id = base::as<care::NudgeId>(mail.subject_id.value());
    auto const link = care::store::find_nudge_link(tx, mail.organisation_id, id);
    if (!link) return std::nullopt;
    return care::nudge_link_path(tools.keys, mail.organisation_id, *link);
}

// By their private link or, for who signs in, by the door of everybody.
std::optional<std::string> confidence_path(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const link = care::store::find_contact_link(tx, mail.organisation_id, mail.person_id);
    return link ? care::contact_link_path(tools.keys, mail.organisation_id, *link) : "/talk";
}

std::optional<std::string> contact_path(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const link = care::store::find_contact_link(tx, mail.organisation_id, mail.person_id);
    if (!link) return std::nullopt;
    return care::contact_link_path(tools.keys, mail.organisation_id, *link);
}

std::optional<std::string> working_time_path(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const id = base::as<supervisor::TellingId>(mail.subject_id.value());
    auto const time = supervisor::store::find_told(tx, mail.organisation_id, id);
    if (!time) return std::nullopt;
    return supervisor::kSupervisorLink.path(tools.keys, mail.organisation_id, time->id, time->link_nonce);
}

struct ComputedLink {
    std::string_view kind;
    LinkMaker make;
};
// One line a kind of mail whose link is computed (notice/kind.hpp); the others lead to a page.
constexpr std::array kComputedLinks{
    ComputedLink{notice::activation.name, password_path},
    ComputedLink{notice::reset.name, password_path},
    ComputedLink{notice::sponsor_acceptance.name, sponsor_path},
    ComputedLink{notice::closing_review.name, closing_path},
    ComputedLink{notice::letter_to_agree.name, letter_path},
    ComputedLink{notice::times_proposed.name, meeting_path},
    ComputedLink{notice::date_set.name, meeting_path},
    ComputedLink{notice::first_date_set.name, exploratory_path},
    ComputedLink{notice::dates_fit.name, nudge_path},
    ComputedLink{notice::contact_link.name, contact_path},
    ComputedLink{notice::confidence_waits.name, confidence_path},
    ComputedLink{notice::working_time_asked.name, working_time_path},
};

ComputedLink const* find_computed(std::string_view kind) {
    for (auto const& link : kComputedLinks)
        if (link.kind == kind) return &link;
    return nullptr;
}

std::optional<std::string> path_of(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    if (auto const* computed = find_computed(mail.kind)) return computed->make(tx, tools, mail);
    auto const* kind = notice::find_kind(mail.kind);
    return std::string(kind == nullptr ? "/" : kind->page);
}

}  // namespace

bool has_secret_link(notice::Mail const& mail) {
    return find_computed(mail.kind) != nullptr;
}

std::optional<std::string> link_of(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const path = path_of(tx, tools, mail);
    if (!path) return std::nullopt;
    return tools.public_url + *path;
}

}  // namespace app
