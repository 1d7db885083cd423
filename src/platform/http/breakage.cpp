#include "platform/http/breakage.hpp"

#include "platform/db/error.hpp"
#include "platform/http/problem.hpp"

namespace http {

namespace {

Response later(std::string_view code, std::string_view detail, std::string const& request_id) {
    return problem(
        base::Refusal{
            base::RefusalKind::unavailable, std::string(code), std::string(detail), {}, {{"retry_after", "2"}}},
        request_id);
}

Response broken(std::string const& request_id) {
    return problem(500, "broken", "the house is broken here; the log knows more", request_id);
}

}  // namespace

Response answer_to_breakage(std::exception const& thrown, std::string const& request_id) {
    auto const* error = dynamic_cast<db::Error const*>(&thrown);
    if (error == nullptr) return broken(request_id);
    switch (error->code()) {
        case db::Code::gone:
            return later("database_away", "the database does not answer; nothing has happened", request_id);
        case db::Code::busy:
        case db::Code::serialization:
            return later("database_busy", "too many write at once; nothing has happened", request_id);
        case db::Code::unknown_outcome:
            return later("outcome_unknown", "the database went away while committing; it may have happened",
                         request_id);
        case db::Code::io:
            return later("database_untrusted", "the database failed on its disk and takes no more writes", request_id);
        case db::Code::full:
            return problem(507, "storage_full", "there is no room on the disk; nothing has happened", request_id);
        default:
            return broken(request_id);
    }
}

}  // namespace http
