#include "audit/event.hpp"

#include <algorithm>
#include <stdexcept>

#include "access/hint.hpp"
#include "audit/event_store.hpp"

namespace audit {

Facts&& Facts::word(std::string_view name, std::string_view enumerator) && {
    // Text would carry a person's words into a log that outlives them.
    auto const is_enumerator = !enumerator.empty() && std::ranges::all_of(enumerator, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!is_enumerator) throw std::logic_error("a fact is an enumerator, not text");
    return std::move(*this).add(name, '"' + std::string(enumerator) + '"');
}

Facts&& Facts::add(std::string_view name, std::string const& value) && {
    if (!members_.empty()) members_ += ',';
    members_ += '"' + std::string(name) + "\":" + value;
    return std::move(*this);
}

std::optional<std::string> Facts::text() const {
    if (members_.empty()) return std::nullopt;
    return '{' + members_ + '}';
}

void record(db::Tx& tx, access::Viewer const& viewer, Kind const& kind, std::optional<base::AnyId> subject,
            Facts const& facts, base::Instant now) {
    if (kind.is_private == Private::yes) return record_private(tx, viewer.organisation, kind, now);
    store::insert(tx, viewer.organisation, kind.name, viewer.person, subject, facts.text(), now);
    access::hint(tx, viewer.organisation, kind.name.substr(0, kind.name.find('.')), subject.value_or(base::AnyId()));
}

void record_private(db::Tx& tx, access::OrganisationId organisation, Kind const& kind, base::Instant now) {
    if (kind.is_private == Private::no) throw std::logic_error("a public kind has a person; record it as one");
    store::stir(tx, organisation, base::utc_day(now), kind.name);
}

}  // namespace audit
