#include "programme/programme.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "instrument/instrument.hpp"
#include "platform/meta.hpp"
#include "programme/aim.hpp"

namespace programme {
namespace {

bool is_blank(std::optional<std::string> const& text) {
    return !text || base::trim(*text).empty();
}

bool asks_too_much(Standing const& standing) {
    using instrument::budget;
    return std::max(budget(standing.instruments, instrument::Side::mentor).items,
                    budget(standing.instruments, instrument::Side::mentee).items) > kMostItems;
}

void check_days(Settings const& settings, std::vector<base::FieldError>& errors) {
    if (settings.starts_on && settings.ends_on && *settings.ends_on <= *settings.starts_on)
        errors.push_back({"/ends_on", "before_start", {}});
    if (settings.enrolment_closes_on && settings.ends_on && *settings.ends_on <= *settings.enrolment_closes_on)
        errors.push_back({"/ends_on", "before_closing", {}});
}

void check_numbers(Settings const& settings, std::vector<base::FieldError>& errors) {
    if (settings.level_gap_least && settings.level_gap_most && *settings.level_gap_most < *settings.level_gap_least)
        errors.push_back({"/level_gap_most", "too_small", {{"least", std::to_string(*settings.level_gap_least)}}});
    auto const largest = std::max(settings.mentor_capacity, settings.mentee_capacity);
    if (settings.total_capacity < largest)
        errors.push_back({"/total_capacity", "too_small", {{"least", std::to_string(largest)}}});
    if (!settings.weights.count_anything()) errors.push_back({"/weights", "nothing_counts", {}});
    if (settings.waiting_is_comparison && settings.waiting_order != WaitingOrder::lottery)
        errors.push_back({"/waiting_is_comparison", "comparison_needs_lottery", {}});
    if (settings.anonymous_first && settings.apprentices_take_part)
        errors.push_back({"/anonymous_first", "apprentices_take_part", {}});
}

// C0 and DEL, of which `allowed` may stand.
bool has_control(std::string_view text, std::string_view allowed) {
    return std::ranges::any_of(text, [&](char one) {
        auto const octet = static_cast<unsigned char>(one);
        return (octet < 0x20 || octet == 0x7f) && allowed.find(one) == std::string_view::npos;
    });
}

void check_word(std::string& word, std::string pointer, std::vector<base::FieldError>& errors) {
    word = base::squeeze(word);
    if (word.empty())
        errors.push_back({std::move(pointer), "too_short", {{"least", "1"}}});
    else if (has_control(word, ""))
        errors.push_back({std::move(pointer), "format", {}});
}

void check_role_words(std::optional<RoleWords>& words, std::string const& pointer,
                      std::vector<base::FieldError>& errors) {
    if (!words) return;
    check_word(words->singular, pointer + "/singular", errors);
    check_word(words->plural, pointer + "/plural", errors);
    check_word(words->neutral, pointer + "/neutral", errors);
}

}  // namespace

Settings default_settings(std::string name, Direction direction, std::int32_t planned_pairs) {
    Settings settings;
    settings.name = std::move(name);
    settings.direction = direction;
    settings.planned_pairs = planned_pairs;
    settings.suggestions_each = planned_pairs <= kSmallProgramme ? 1 : 3;
    if (direction == Direction::reverse) settings.level_gap_least = 1;
    if (direction == Direction::traditional) settings.level_gap_most = -1;
    return settings;
}

base::Result<Settings> check(Settings settings) {
    std::vector<base::FieldError> errors;
    settings.name = base::squeeze(settings.name);
    if (settings.name.empty()) errors.push_back({"/name", "too_short", {{"least", "1"}}});
    check_days(settings, errors);
    check_numbers(settings, errors);
    if (!errors.empty()) return base::invalid(std::move(errors));
    return settings;
}

bool awaits_draw(Programme const& programme) {
    return programme.waiting_order == WaitingOrder::lottery && !programme.lottery_seed;
}

base::Result<Settings> keep_draw(Programme const& before, Settings wanted) {
    if (!before.lottery_seed) return wanted;
    std::vector<base::FieldError> errors;
    if (wanted.waiting_order != before.waiting_order) errors.push_back({"/waiting_order", "already_drawn", {}});
    if (wanted.waiting_is_comparison && !before.waiting_is_comparison)
        errors.push_back({"/waiting_is_comparison", "already_drawn", {}});
    if (!errors.empty()) return base::invalid(std::move(errors));
    return wanted;
}

base::Result<Settings> keep_end(Programme const& before, Settings wanted) {
    if (before.state != State::draft && before.ends_on && !wanted.ends_on) return base::invalid("/ends_on", "required");
    return wanted;
}

base::Result<Settings> keep_anonymity(Programme const& before, Settings wanted) {
    if (wanted.anonymous_first && !before.anonymous_first && before.names_shown)
        return base::invalid("/anonymous_first", "too_late");
    return wanted;
}

base::Result<Settings> check_settings(Programme const& before, Settings const& wanted) {
    std::vector<base::FieldError> errors;
    for (auto* keep : {keep_draw, keep_anonymity, keep_end})
        if (auto const kept = keep(before, wanted); !kept)
            errors.insert(errors.end(), kept.refusal().errors.begin(), kept.refusal().errors.end());
    auto checked = check(wanted);
    if (!checked) errors.insert(errors.end(), checked.refusal().errors.begin(), checked.refusal().errors.end());
    if (!errors.empty()) return base::invalid(std::move(errors));
    return checked;
}

base::Result<bool> check_shows_names(Programme const& programme) {
    if (programme.anonymous_first || programme.has_anonymous_round)
        return base::conflict("anonymous_first", "in this programme nobody is shown who could meet whom");
    return true;
}

bool is_language_tag(std::string_view tag) {
    return !tag.empty() && tag.size() <= 35 &&
           tag.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
               std::string_view::npos;
}

base::Result<std::vector<Words>> check_words(std::vector<Words> words) {
    std::vector<base::FieldError> errors;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto& one = words[i];
        auto const pointer = "/words/" + std::to_string(i);
        if (!is_language_tag(one.language)) errors.push_back({pointer + "/language", "format", {}});
        for (std::size_t j = 0; j < i; ++j)
            if (words[j].language == one.language) errors.push_back({pointer + "/language", "twice", {}});
        check_word(one.name, pointer + "/name", errors);
        if (one.purpose && has_control(*one.purpose, "\n\r\t")) errors.push_back({pointer + "/purpose", "format", {}});
        check_role_words(one.mentor, pointer + "/mentor", errors);
        check_role_words(one.mentee, pointer + "/mentee", errors);
    }
    if (!errors.empty()) return base::invalid(std::move(errors));
    return words;
}

std::vector<Missing> missing_before_inviting(Settings const& settings, Standing const& standing) {
    std::vector<Missing> missing;
    if (is_blank(settings.purpose)) missing.push_back(Missing::purpose);
    if (standing.aims < 1) missing.push_back(Missing::aims);
    if (!settings.ends_on) missing.push_back(Missing::end);
    if (is_blank(settings.results_use)) missing.push_back(Missing::results_use);
    if (!standing.sponsor_accepted) missing.push_back(Missing::sponsor);
    if (!check_second_coordinator(standing)) missing.push_back(Missing::second_coordinator);
    if (standing.confidential_contacts < kFewestContacts) missing.push_back(Missing::confidential_contacts);
    if (asks_too_much(standing)) missing.push_back(Missing::shorter_questions);
    return missing;
}

base::Result<bool> may_invite(State state, Settings const& settings, Standing const& standing) {
    auto missing = missing_before_inviting(settings, standing);
    if (!missing.empty()) return not_ready(missing);
    if (state == State::reviewing || state == State::closed || state == State::draft) return not_inviting(state);
    return true;
}

std::vector<State> next_states(State from) {
    switch (from) {
        case State::draft:
            return {State::enrolling};
        case State::enrolling:
            return {State::matching};
        case State::matching:
            return {State::enrolling, State::running};
        case State::running:
            return {State::matching, State::reviewing};
        case State::reviewing:
            return {State::closed};
        case State::closed:
            return {};
    }
    return {};
}

State state_with_a_pair(State state) {
    return state == State::enrolling || state == State::matching ? State::running : state;
}

base::Result<State> move(State from, State to, Settings const& settings, Standing const& standing) {
    if (from == to) return to;
    auto const allowed = next_states(from);
    if (std::ranges::find(allowed, to) == allowed.end()) return cannot_move(from, to);
    if (from == State::draft) {
        auto missing = missing_before_inviting(settings, standing);
        if (!missing.empty()) return not_ready(missing);
    }
    return to;
}

base::Refusal not_ready(std::vector<Missing> const& missing) {
    std::vector<std::string> names;
    for (auto one : missing) names.emplace_back(meta::name_of(one));
    return base::conflict("programme_not_ready", "the programme lacks what the first invitation needs",
                          {{"missing", base::join(names, ",")}});
}

base::Refusal cannot_move(State from, State to) {
    return base::conflict("programme_state", "the programme cannot go there from where it stands",
                          {{"from", std::string(meta::name_of(from))}, {"to", std::string(meta::name_of(to))}});
}

base::Refusal not_inviting(State state) {
    return base::conflict("programme_not_inviting", "nobody is invited in this state of the programme",
                          {{"state", std::string(meta::name_of(state))}});
}

base::Result<bool> check_second_coordinator(Standing const& standing) {
    if (standing.participating_coordinators > 0 && standing.coordinators < 2) return needs_second_coordinator();
    return true;
}

base::Refusal needs_second_coordinator() {
    return base::conflict("needs_second_coordinator",
                          "a coordinator who takes part needs a second one who sees to their pair");
}

base::Refusal contacts_needed(std::string const& programme) {
    return base::conflict("contacts_needed", "a programme that lives keeps two confidential contacts",
                          {{"programme", programme}});
}

}  // namespace programme
