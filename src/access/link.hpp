#pragma once
// A kind of link that is used without signing in: the word in its token, the page it opens, and what a refusal calls
// it. Nonsense, a link of another kind, one whose row is gone and one that a newer link replaced are all "not there".
//
//   inline constexpr access::LinkKind<NudgeId> kNudgeLink{"nudge", "/times/", "nudge link"};

#include <string>
#include <string_view>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "platform/crypto/link.hpp"

namespace obverse::access {

template <class Id>
struct OpenedLink {
    OrganisationId organisation;
    Id id;
    crypto::Nonce nonce;

    // Whether the row it points at was found, and still keeps its nonce.
    [[nodiscard]] bool is_of(auto const& row) const { return row && row->nonce == nonce; }
};

template <class Id>
struct LinkKind {
    std::string_view purpose;  // crypto::Link
    std::string_view page;     // below the public address: "/times/"
    std::string_view noun;

    // "/times/<token>".
    [[nodiscard]] std::string path(crypto::Keys const& keys, OrganisationId organisation, Id id,
                                   crypto::Nonce nonce) const {
        return std::string(page) +
               crypto::sign_link(keys, {std::string(purpose), base::any(organisation), base::any(id), nonce});
    }
    [[nodiscard]] base::Result<OpenedLink<Id>> open(crypto::Keys const& keys, std::string_view token) const {
        auto const link = crypto::open_link(keys, purpose, token);
        if (!link) return not_found();
        return OpenedLink<Id>{base::as<OrganisationId>(link->organisation), base::as<Id>(link->id), link->nonce};
    }
    [[nodiscard]] base::Refusal not_found() const { return base::not_found(noun); }
};

}  // namespace obverse::access
