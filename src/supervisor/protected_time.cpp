#include "supervisor/protected_time.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace supervisor {
namespace {

base::Result<bool> check_day(base::Day until_on, base::Day today) {
    if (until_on < today) return base::invalid("/until_on", "in_the_past");
    if (until_on - today > kMostDays) return base::invalid("/until_on", "too_far");
    return true;
}

std::string month_of(base::Day day) {
    return to_text(day).substr(0, 7);
}

base::Result<bool> check_months(SupervisorReply const& reply, std::vector<std::string> const& ahead) {
    constexpr auto* kAt = "/except_months";
    if (reply.answer != SupervisorAnswer::yes_except) {
        if (!reply.except_months.empty()) return base::invalid(kAt, "not_asked_here");
        return true;
    }
    if (reply.except_months.empty()) return base::invalid(kAt, "required");
    for (auto const& month : reply.except_months)
        if (std::ranges::find(ahead, month) == ahead.end()) return base::invalid(kAt, "not_a_month_ahead");
    std::set<std::string> const left_out(reply.except_months.begin(), reply.except_months.end());
    if (left_out.size() == ahead.size()) return base::invalid(kAt, "nothing_left");
    return true;
}

}  // namespace

std::int32_t usual_hours(programme::Cadence cadence) {
    switch (cadence) {
        case programme::Cadence::weekly:
            return 5;
        case programme::Cadence::fortnightly:
        case programme::Cadence::every_three_weeks:
            return 3;
        case programme::Cadence::monthly:
            return 2;
        case programme::Cadence::every_two_months:
            break;
    }
    return 1;
}

base::Result<ProtectedTime> ask(ProtectedTime before, Wanted const& wanted, base::Day today,
                                crypto::Nonce const& fresh) {
    TRY_VOID(check_day(wanted.until_on, today));
    auto const name = base::squeeze(wanted.supervisor_name);
    if (name.empty()) return base::invalid("/supervisor_name", "required");
    auto time = std::move(before);
    bool const is_another = time.supervisor_id != wanted.supervisor_id || time.supervisor_name != name;
    if (is_another) {
        time.link_nonce = fresh;
        time.told_on.reset();
    }
    if (is_another || time.hours_a_month != wanted.hours_a_month || time.until_on != wanted.until_on) {
        time.answer.reset();
        time.except_months.clear();
    }
    time.supervisor_id = wanted.supervisor_id;
    time.supervisor_name = name;
    time.hours_a_month = wanted.hours_a_month;
    time.until_on = wanted.until_on;
    return time;
}

base::Result<ProtectedTime> tell(ProtectedTime time, base::Day today, TellingId telling) {
    TRY_VOID(check_day(time.until_on, today));
    if (!time.told_on) time.told_on = today;
    time.telling_id = telling;
    return time;
}

std::vector<std::string> months_ahead(base::Day today, base::Day until_on) {
    std::vector<std::string> months;
    for (auto day = today; day <= until_on; day = day + 1) {
        auto month = month_of(day);
        if (months.empty() || months.back() != month) months.push_back(std::move(month));
    }
    return months;
}

std::vector<std::string> except_months_of(ProtectedTime const& time) {
    return time.except_months.empty() ? std::vector<std::string>{} : base::split(time.except_months, ',');
}

base::Result<ProtectedTime> answer(ProtectedTime time, SupervisorReply const& reply, base::Day today) {
    TRY_VOID(check_months(reply, months_ahead(today, time.until_on)));
    auto months = reply.except_months;
    std::ranges::sort(months);
    months.erase(std::ranges::unique(months).begin(), months.end());
    time.answer = reply.answer;
    time.except_months = base::join(months, ",");
    return time;
}

bool is_open(ProtectedTime const& time, base::Day today) {
    return time.told_on && today <= time.until_on;
}

bool is_confirmed(std::optional<SupervisorAnswer> answer) {
    return answer == SupervisorAnswer::yes || answer == SupervisorAnswer::yes_except;
}

}  // namespace supervisor
