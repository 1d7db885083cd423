#pragma once
// A notice: one line in a person's inbox. The browser finds its words and its page by the kind.

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/time.hpp"

namespace notice {

using NoticeId = base::Id<struct NoticeTag>;

struct Notice {
    NoticeId id;
    std::string kind;
    std::string page;  // where it leads, below the public address
    std::optional<base::AnyId> subject_id;
    base::Instant told_at;
    std::optional<base::Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(Notice, (), (id, kind, page, subject_id, told_at, read_at))

}  // namespace notice
