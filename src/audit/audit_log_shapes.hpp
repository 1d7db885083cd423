#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"

namespace audit {

enum class AuditLogSort { position, kind };
BOOST_DESCRIBE_ENUM(AuditLogSort, position, kind)

struct AuditLogQuery : page::Request {
    std::optional<std::string> search;
    std::optional<std::string> kind;
    std::optional<access::PersonId> actor_id;
    std::optional<base::AnyId> subject_id;
    std::optional<AuditLogSort> sort;
};
BOOST_DESCRIBE_STRUCT(AuditLogQuery, (page::Request), (search, kind, actor_id, subject_id, sort))

struct AuditLogEntry {
    std::int64_t position = 0;
    EventId id;
    // Of an entry `private acts`: the start of the day, nothing finer.
    base::Instant happened_at;
    std::string kind;
    std::optional<base::AnyId> subject_id;
    std::optional<access::PersonId> actor_id;
    std::optional<meta::Json> facts;
};
BOOST_DESCRIBE_STRUCT(AuditLogEntry, (), (position, id, happened_at, kind, subject_id, actor_id, facts))

struct AuditLogPage {
    std::vector<AuditLogEntry> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(AuditLogPage, (), (items, next_cursor))

}  // namespace audit

template <>
inline constexpr auto meta::limits<audit::AuditLogQuery> = page::limits(meta::Limit{"search", 1, 80, "Part of a kind"},
                                                                        meta::Limit{"kind", 1, 80,
                                                                                    "Only events of this kind"});
