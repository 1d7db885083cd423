#include "survey/survey.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "instrument/item.hpp"
#include "instrument/order.hpp"

namespace survey {
namespace {

using Keys = std::vector<std::string>;

// At most five half way and ten at the end in a small programme (rules 9). What the house is asked about, such as being
// heard, comes with the questionnaires of the programme, which are compared with its start.
Keys const kPulse{"pulse_1", "pulse_2", "pulse_3"};
Keys const kMidpoint{"rq_1",          "rq_2",
                     "rq_3",          "rq_4",
                     "rq_5",          "safe_1",
                     "safe_2",        "safe_3",
                     "safe_4",        "voice_1",
                     "voice_2",       "voice_3",
                     "process_say",   "process_preparation",
                     "process_time",  "process_leaving",
                     "process_shared"};
Keys const kMidpointSmall{"rq_1", "rq_3", "safe_1", "safe_4", "process_leaving"};
Keys const kEnd{"rq_1", "rq_2", "rq_3", "rq_4", "rq_5", "safe_1", "safe_2", "safe_3", "safe_4"};
Keys const kEndSmall{"rq_1", "rq_2", "rq_3", "rq_4", "rq_5", "safe_1", "safe_4"};

Keys const& asked(Kind kind, bool is_small) {
    if (kind == Kind::pulse) return kPulse;
    if (kind == Kind::midpoint) return is_small ? kMidpointSmall : kMidpoint;
    return is_small ? kEndSmall : kEnd;
}

bool asks_pulse(Standing const& standing, Opened const& opened) {
    auto const held = standing.meetings_held;
    if (held <= opened.last_pulse) return false;
    return !standing.is_small || held == 1 || held == 3 || held == standing.meetings_agreed;
}

std::string_view instrument_of(std::string_view key) {
    return key.substr(0, key.rfind('_'));
}

constexpr std::int32_t kLow = 2;

struct TipLine {
    std::string_view item;
    Tip tip;
};
constexpr std::array kTips{
    TipLine{"pulse_1", Tip::make_time_worth_it},      TipLine{"pulse_2", Tip::say_what_you_mean},
    TipLine{"pulse_3", Tip::ask_for_your_side},       TipLine{"rq_1", Tip::make_time_worth_it},
    TipLine{"rq_3", Tip::ask_for_your_side},          TipLine{"safe_1", Tip::say_what_you_mean},
    TipLine{"safe_3", Tip::somebody_to_talk_to},      TipLine{"safe_4", Tip::say_what_you_mean},
    TipLine{"process_leaving", Tip::leaving_is_free},
};

}  // namespace

base::Day closes_on(Survey const& survey) {
    return survey.opened_on + kOpenDays;
}

bool is_half_way(Standing const& standing, base::Day today) {
    return standing.meetings_held * 2 >= standing.meetings_agreed ||
           (today - standing.started_on) * 2 >= standing.ends_on - standing.started_on;
}

bool is_at_the_end(Standing const& standing, base::Day today) {
    return standing.is_over || standing.meetings_held >= standing.meetings_agreed || today >= standing.ends_on;
}

std::vector<Due> due(Standing const& standing, Opened const& opened, base::Day today) {
    if (standing.is_paused || opened.end) return {};
    std::vector<Due> now;
    bool const at_the_end = is_at_the_end(standing, today);
    if (!standing.is_over && asks_pulse(standing, opened)) now.push_back({Kind::pulse, standing.meetings_held});
    if (at_the_end) {
        now.push_back({Kind::end});
    } else if (!opened.midpoint && is_half_way(standing, today)) {
        now.push_back({Kind::midpoint});
    }
    return now;
}

Opened with(Opened opened, Due const& one) {
    if (one.kind == Kind::pulse) opened.last_pulse = one.number;
    if (one.kind == Kind::midpoint) opened.midpoint = true;
    if (one.kind == Kind::end) opened.end = true;
    return opened;
}

std::optional<base::Day> next_on(Standing const& standing, Opened const& opened) {
    if (standing.is_paused || opened.end) return std::nullopt;
    auto const half_way_on = standing.started_on + (standing.ends_on - standing.started_on + 1) / 2;
    return opened.midpoint ? standing.ends_on : std::min(half_way_on, standing.ends_on);
}

std::vector<std::string> items_of(Kind kind, bool is_small, std::uint64_t seed) {
    auto keys = asked(kind, is_small);
    for (auto first = keys.begin(); first != keys.end();) {
        auto const last = std::find_if(first, keys.end(),
                                       [&](auto const& key) { return instrument_of(key) != instrument_of(*first); });
        if (kind != Kind::pulse)
            std::sort(first, last, [&](auto const& a, auto const& b) {
                return instrument::rank_of(a, seed) < instrument::rank_of(b, seed);
            });
        first = last;
    }
    return keys;
}

base::Result<bool> check_answers(std::vector<ItemAnswer> const& answers, std::vector<std::string> const& asked) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        auto const pointer = "/answers/" + std::to_string(i) + "/item";
        if (std::ranges::find(asked, answers[i].item) == asked.end()) return base::invalid(pointer, "unknown");
        if (!seen.insert(answers[i].item).second) return base::invalid(pointer, "twice");
    }
    return true;
}

base::Result<bool> check_open(Survey const& survey, base::Day today) {
    if (today > closes_on(survey)) return survey_closed();
    return true;
}

std::vector<Tip> tips_from(std::vector<ItemAnswer> const& answers) {
    std::set<Tip> tips;
    for (auto const& answer : answers)
        for (auto const& line : kTips)
            if (line.item == answer.item && answer.value &&
                instrument::items().find(answer.item)->straight(*answer.value) <= kLow)
                tips.insert(line.tip);
    return {tips.begin(), tips.end()};
}

base::Refusal survey_not_found() {
    return base::not_found("survey");
}
base::Refusal survey_closed() {
    return base::conflict("survey_closed", "the time to answer these questions is over");
}

}  // namespace survey
