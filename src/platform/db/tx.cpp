#include "platform/db/tx.hpp"

#include "platform/db/connection.hpp"

namespace db {

namespace {
constexpr std::size_t kMostNoticeOctets = 7000;  // PostgreSQL takes 8000
}  // namespace

Engine Tx::engine() const {
    return connection_.engine();
}

std::int64_t Tx::execute(std::string_view sql, std::span<Value const> values, RowTaker const* taker) {
    return connection_.execute(sql, values, taker);
}

void Tx::notify(std::string_view channel, std::string_view payload) {
    if (payload.size() > kMostNoticeOctets) throw Error(Code::programmer, "a notice is a hint, not a letter");
    notices_.push_back({std::string(channel), std::string(payload)});
}

void Tx::refuse_second_row(std::string_view sql) {
    throw Error(Code::programmer, "more than one row came from: " + std::string(sql));
}

}  // namespace db
