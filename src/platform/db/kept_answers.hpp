#pragma once
// What was answered to writes that carried an Idempotency-Key (engineering.md 3): one row per person and key, written
// in the write's own transaction, forgotten after 24 hours.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"
#include "platform/db/tx.hpp"

namespace db {

inline constexpr base::Duration kAnswersAreKept = std::chrono::hours(24);

struct KeptAnswer {
    meta::Bytes request_hash;
    std::int32_t status = 0;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(KeptAnswer, (), (request_hash, status, body))

struct KeptFor {
    base::AnyId organisation;
    base::AnyId person;
    std::string_view key;
};

std::optional<KeptAnswer> find_kept_answer(Tx& tx, KeptFor const& whose, base::Instant wall);
// A key whose earlier answer is too old is taken anew.
void keep_answer(Tx& tx, KeptFor const& whose, KeptAnswer const& answer, base::Instant wall);
// The number forgotten.
std::int64_t forget_old_answers(Tx& tx, base::Instant wall);

}  // namespace db
