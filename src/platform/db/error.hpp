#pragma once
// What the database may answer besides rows. An Error is a breakage, not a refusal: rules look first, and inserts
// that may meet another use ON CONFLICT. After any Error a transaction can only be rolled back.

#include <stdexcept>
#include <string>

namespace db {

enum class Code {
    unique,
    foreign_key,
    check,
    not_null,
    busy,             // another writer kept its lock longer than the busy time-out
    serialization,    // PostgreSQL asks to run the transaction again (40001, 40P01)
    gone,             // no connection, or lost before the commit was sent: nothing has happened
    unknown_outcome,  // lost while committing: it may have happened
    full,             // no room on the disk
    io,               // the disk or the file cannot be trusted any more
    newer,            // the database was written by a newer program
    edited,           // a recorded migration differs from the program's
    programmer,       // bad SQL, a missing column, a NULL where the field has none
    other,
};

class Error : public std::runtime_error {
  public:
    Error(Code code, std::string const& words, std::string constraint = {})
        : std::runtime_error(words), code_(code), constraint_(std::move(constraint)) {}
    [[nodiscard]] Code code() const { return code_; }
    // As the engine names it; "" when it does not.
    [[nodiscard]] std::string const& constraint() const { return constraint_; }

  private:
    Code code_;
    std::string constraint_;
};

}  // namespace db
