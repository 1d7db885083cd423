#include "audit/chain.hpp"

#include "platform/crypto/secret.hpp"

namespace audit {

namespace {

void add_octets(crypto::Bytes& out, std::span<std::uint8_t const> octets) {
    out.insert(out.end(), octets.begin(), octets.end());
}

// Each part with its length in front, so that no two events are spelled alike.
void add_part(crypto::Bytes& out, std::string_view part) {
    add_octets(out, crypto::bytes_of(std::to_string(part.size()) + ':'));
    add_octets(out, crypto::bytes_of(part));
}

meta::Bytes hashed(crypto::Bytes const& octets) {
    auto const digest = crypto::sha256(octets);
    return {{digest.begin(), digest.end()}};
}

std::string id_text(std::optional<base::AnyId> const& id) {
    return id ? id->text() : "";
}

}  // namespace

meta::Bytes digest_of(ChainedEvent const& event) {
    crypto::Bytes said = event.salt.value().octets;
    add_part(said, event.id.text());
    add_part(said, std::to_string(event.happened_at.microseconds));
    add_part(said, event.kind);
    add_part(said, id_text(event.subject_id));
    add_part(said, id_text(event.actor_id));
    add_part(said, event.facts.value_or(""));
    return hashed(said);
}

meta::Bytes link_of(meta::Bytes const& before, std::int64_t position, meta::Bytes const& digest) {
    crypto::Bytes linked = before.octets;
    add_part(linked, std::to_string(position));
    add_octets(linked, digest.octets);
    return hashed(linked);
}

void append(ChainEnd& end, ChainedEvent& event) {
    event.position = ++end.position;
    if (!event.digest) event.digest = digest_of(event);
    event.link = link_of(end.link, *event.position, *event.digest);
    end.link = *event.link;
}

bool follows(ChainEnd const& before, ChainedEvent const& event) {
    if (event.position != before.position + 1 || !event.digest || !event.link) return false;
    bool const is_erased = !event.salt && !event.subject_id && !event.actor_id && !event.facts;
    if (!is_erased && !(event.salt && digest_of(event) == *event.digest)) return false;
    return link_of(before.link, *event.position, *event.digest) == *event.link;
}

}  // namespace audit
