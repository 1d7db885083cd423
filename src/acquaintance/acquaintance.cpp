#include "acquaintance/acquaintance.hpp"

#include "base/text.hpp"
#include "platform/meta.hpp"

namespace acquaintance {
namespace {

constexpr std::int64_t kAnHour = std::chrono::microseconds(std::chrono::hours(1)).count();

base::Result<bool> check_talking(Acquaintance const& acquaintance, base::Day today, base::Instant now) {
    if (state_for_one(acquaintance, today, now) != State::talking) return takes_nothing_now();
    return true;
}

}  // namespace

Side other(Side side) {
    return side == Side::mentor ? Side::mentee : Side::mentor;
}

State state_for_one(Acquaintance const& acquaintance, base::Day today, base::Instant now) {
    if (acquaintance.state == State::suggested && now >= acquaintance.round.closes_at) return State::over;
    if (acquaintance.state == State::talking && today > acquaintance.round.last_on) return State::over;
    return acquaintance.state;
}

base::Result<Acquaintance> answer(Acquaintance acquaintance, Side by, Answer given, base::Instant now) {
    if (acquaintance.state != State::suggested || now >= acquaintance.round.closes_at)
        return matching::round_has_closed();
    acquaintance.of(by).answer = given;
    return acquaintance;
}

State joined(Acquaintance const& acquaintance, bool may_meet) {
    bool const both =
        acquaintance.mentor.answer == Answer::happy_to_meet && acquaintance.mentee.answer == Answer::happy_to_meet;
    return both && may_meet ? State::talking : State::over;
}

base::Result<Acquaintance> open_name(Acquaintance acquaintance, Side by, bool opens, base::Day today,
                                     base::Instant now) {
    if (acquaintance.state == State::opened && opens) return acquaintance;
    TRY_VOID(check_talking(acquaintance, today, now));
    acquaintance.of(by).opens_name = opens;
    if (acquaintance.mentor.opens_name && acquaintance.mentee.opens_name) acquaintance.state = State::opened;
    return acquaintance;
}

base::Result<Acquaintance> leave(Acquaintance acquaintance, base::Day today, base::Instant now) {
    if (state_for_one(acquaintance, today, now) == State::over) return acquaintance;
    TRY_VOID(check_talking(acquaintance, today, now));
    acquaintance.state = State::over;
    return acquaintance;
}

base::Result<Message> write(Acquaintance const& acquaintance, Side by, AcquaintanceMessageId id, std::int64_t position,
                            std::string const& text, base::Day today, base::Instant now) {
    TRY_VOID(check_talking(acquaintance, today, now));
    if (position > kMostMessages) return base::conflict("full", "so many messages is all it holds");
    auto trimmed = base::trim(text);
    if (trimmed.empty()) return base::invalid("/text", "too_short", {{"least", "1"}});
    return Message{id, position, by, std::move(trimmed), full_hour_after(now)};
}

bool is_shown_to(Message const& message, Side side, base::Instant now) {
    return message.side == side || message.shown_at <= now;
}

std::vector<Action> allowed_actions(Acquaintance const& acquaintance, Side side, base::Day today, base::Instant now) {
    switch (state_for_one(acquaintance, today, now)) {
        case State::suggested:
            return {Action::answer};
        case State::talking:
            return {Action::write, acquaintance.of(side).opens_name ? Action::close_name : Action::open_name,
                    Action::leave, Action::report};
        case State::opened:
        case State::over:
            break;
    }
    return {Action::report};
}

base::Refusal not_offered(NotOffered why) {
    return base::conflict("anonymous_first_not_offered", "anonymous first is not offered here now",
                          {{"because", std::string(meta::name_of(why))}});
}

base::Instant full_hour_after(base::Instant now) {
    return {now.microseconds - now.microseconds % kAnHour + kAnHour};
}

base::Refusal acquaintance_not_found() {
    return base::not_found("acquaintance");
}
base::Refusal message_not_found() {
    return base::not_found("message");
}
base::Refusal takes_nothing_now() {
    return base::conflict("takes_nothing_now", "the two do not write to each other here now");
}

}  // namespace acquaintance
