#pragma once
// The drain of the house (engineering.md 2). A write records one event in its own transaction; everything that
// happens because of it happens later, by the dispatcher.
//
//   inline constexpr audit::Kind agreement_signed{"agreement.signed"};
//   inline constexpr audit::Kind suggestion_answered{"suggestion.answered", audit::Private::yes};
//
// A private kind (rules 4) stirs the day's digest instead: no row, no person, no subject, no count, no time.

#include <optional>
#include <string>
#include <string_view>

#include "access/viewer.hpp"
#include "base/id.hpp"
#include "base/time.hpp"
#include "platform/db/db.hpp"

namespace audit {

using EventId = base::Id<struct EventTag>;

enum class Private { no, yes };

struct Kind {
    std::string_view name;
    Private is_private = Private::no;
};

// What an event knows besides its subject: ids, enums, days and numbers, never text. Kept in the order given.
class Facts {
  public:
    template <class Tag>
    Facts&& id(std::string_view name, base::Id<Tag> id) && {
        return std::move(*this).add(name, '"' + id.text() + '"');
    }
    Facts&& number(std::string_view name, std::int64_t value) && {
        return std::move(*this).add(name, std::to_string(value));
    }
    Facts&& day(std::string_view name, base::Day day) && {
        return std::move(*this).add(name, '"' + to_text(day) + '"');
    }
    // The name of an enumerator, as stored and as sent.
    Facts&& word(std::string_view name, std::string_view enumerator) &&;

    // A JSON object, or nothing when there are no facts.
    [[nodiscard]] std::optional<std::string> text() const;

  private:
    Facts&& add(std::string_view name, std::string const& value) &&;
    std::string members_;
};

// `subject` is what the event is about; `viewer` is who did it (the house: nobody).
void record(db::Tx& tx, access::Viewer const& viewer, Kind const& kind, std::optional<base::AnyId> subject,
            Facts const& facts, base::Instant now);

// For private acts that are carried out by the house: the same, with nothing but the organisation.
void record_private(db::Tx& tx, access::OrganisationId organisation, Kind const& kind, base::Instant now);

}  // namespace audit
