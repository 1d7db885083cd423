#include "access/idempotency.hpp"

#include <algorithm>

#include "platform/crypto/secret.hpp"
#include "platform/db/kept_answers.hpp"

namespace obverse::access::idempotency {

namespace {

constexpr std::size_t kLongestKey = 255;

meta::Bytes hash_of(http::Request const& request) {
    std::string whole(http::name_of(request.method));
    whole += '\n' + request.path + '\n';
    for (auto const& [name, value] : request.query) whole += name + '=' + value + '\n';
    whole += '\n' + request.body;
    auto const digest = crypto::sha256(whole);
    return {{digest.begin(), digest.end()}};
}

db::KeptFor kept_for(Viewer const& viewer, std::string const& key) {
    return {base::any(viewer.organisation), base::any(viewer.person.value_or(PersonId{})), key};
}

base::Refusal malformed_key() {
    return {base::RefusalKind::malformed,
            "idempotency_key",
            "Idempotency-Key is 1 to 255 visible characters of ASCII",
            {},
            {}};
}

base::Refusal used_for_another() {
    return base::invalid("", "idempotency_mismatch", {{"header", "Idempotency-Key"}});
}

}  // namespace

base::Result<std::optional<std::string>> key_of(http::Request const& request) {
    auto const key = request.header("Idempotency-Key");
    if (!key) return std::optional<std::string>();
    auto const is_visible = [](char letter) { return letter > ' ' && letter <= '~'; };
    if (key->empty() || key->size() > kLongestKey || !std::ranges::all_of(*key, is_visible)) return malformed_key();
    return std::optional(std::string(*key));
}

base::Result<std::optional<Answer>> find(db::Tx& tx, Viewer const& viewer, std::string const& key,
                                         http::Request const& request, base::Instant wall) {
    // Two strangers could meet on one key, and one would read the other's answer.
    if (!viewer.is_signed_in()) return std::optional<Answer>();
    auto const kept = db::find_kept_answer(tx, kept_for(viewer, key), wall);
    if (!kept) return std::optional<Answer>();
    if (kept->request_hash != hash_of(request)) return used_for_another();
    return std::optional(Answer{kept->status, kept->body.empty() ? "" : "application/json", kept->body});
}

void store(db::Tx& tx, Viewer const& viewer, std::string const& key, http::Request const& request, Answer const& answer,
           base::Instant wall) {
    if (!viewer.is_signed_in()) return;
    db::keep_answer(tx, kept_for(viewer, key), {hash_of(request), answer.status, answer.body}, wall);
}

}  // namespace obverse::access::idempotency
