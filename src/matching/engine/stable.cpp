#include "matching/engine/stable.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace matching::engine {

namespace {

enum class Copy : std::uint8_t { x, y, z };

// One line of a mentor's list; lines [tie_begin, tie_end) of the list are valued alike.
struct Line {
    std::size_t option = 0;
    std::size_t tie_begin = 0;
    std::size_t tie_end = 0;
};

struct Request {
    Copy copy = Copy::x;
    std::size_t line = 0;
};

class Asking {
  public:
    explicit Asking(Market const& market)
        : market_(market),
          lines_(market.options.size()),
          cursor_(market.mentors.size(), 0),
          taken_(market.options.size(), false),
          holds_(market.mentees.size()) {
        for (std::size_t mentor = 0; mentor < market.mentors.size(); ++mentor) order_lines(mentor);
    }

    void ask_for_all_places_of(std::size_t mentor) {
        for (auto place = market_.mentor_places[mentor]; place > 0; --place) {
            looking_.push_back(mentor);
            while (!looking_.empty()) {
                auto const next = looking_.back();
                looking_.pop_back();
                ask_down_the_list(next);
            }
        }
    }

    std::vector<bool> answer() && { return std::move(taken_); }

  private:
    // How a mentee sees a request: greater is better.
    struct Standing {
        bool above_x = false;
        std::int32_t benefit = 0;
        bool is_z = false;
        std::size_t mentor = 0;
        Request request;

        bool operator>(Standing const& other) const {
            return std::tie(above_x, benefit, is_z, other.mentor) >
                   std::tie(other.above_x, other.benefit, other.is_z, mentor);
        }
    };

    [[nodiscard]] std::size_t begin_of(std::size_t mentor) const { return market_.first_option[mentor]; }
    [[nodiscard]] std::size_t length_of(std::size_t mentor) const {
        return market_.first_option[mentor + 1] - market_.first_option[mentor];
    }

    // Best first; people valued alike stay in the order of the draw. Sorted as one number: value, then who.
    void order_lines(std::size_t mentor) {
        auto const lines = std::span(lines_).subspan(begin_of(mentor), length_of(mentor));
        ranks_.clear();
        for (auto option = begin_of(mentor); option < begin_of(mentor) + length_of(mentor); ++option) {
            auto const above_least = std::int64_t{market_.own_benefits[option].mentor} - kLeastValue;
            ranks_.push_back(
                {static_cast<std::uint64_t>(above_least) << 32U | ~market_.options[option].mentee, option});
        }
        std::sort(ranks_.begin(), ranks_.end(), [](Rank const& a, Rank const& b) { return a.number > b.number; });
        for (std::size_t k = 0; k < lines.size(); ++k) lines[k].option = ranks_[k].option;
        auto const value = [&](Line const& line) { return market_.own_benefits[line.option].mentor; };
        for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
            while (end < lines.size() && value(lines[end]) == value(lines[begin])) ++end;
            for (auto k = begin; k < end; ++k) {
                lines[k].tie_begin = begin;
                lines[k].tie_end = end;
            }
        }
    }

    // The list of requests is never written out: of n lines, the x and y requests of the tie [b, e) stand at
    // [2b, b + e) and [b + e, 2e), the z requests at [2n, 3n).
    [[nodiscard]] Request request_at(std::size_t mentor, std::size_t position) const {
        auto const length = length_of(mentor);
        if (position >= 2 * length) return {Copy::z, position - 2 * length};
        auto const& tie = lines_[begin_of(mentor) + position / 2];
        if (position < tie.tie_begin + tie.tie_end) return {Copy::x, position - tie.tie_begin};
        return {Copy::y, position - tie.tie_end};
    }
    [[nodiscard]] std::size_t position_of(std::size_t mentor, Request request) const {
        auto const& line = lines_[begin_of(mentor) + request.line];
        switch (request.copy) {
            case Copy::x:
                return line.tie_begin + request.line;
            case Copy::y:
                return line.tie_end + request.line;
            case Copy::z:
                break;
        }
        return 2 * length_of(mentor) + request.line;
    }

    [[nodiscard]] std::size_t option_of(std::size_t mentor, Request request) const {
        return lines_[begin_of(mentor) + request.line].option;
    }

    void ask_down_the_list(std::size_t mentor) {
        auto& cursor = cursor_[mentor];
        while (cursor < 3 * length_of(mentor)) {
            auto const request = request_at(mentor, cursor++);
            if (!taken_[option_of(mentor, request)] && ask(mentor, request)) return;
        }
    }

    // True if the mentee keeps it. Whoever lost the place looks on.
    bool ask(std::size_t mentor, Request request) {
        auto const option = option_of(mentor, request);
        auto const mentee = market_.options[option].mentee;
        auto& held = holds_[mentee];
        auto const places = market_.mentee_places[mentee];
        Standing const standing{request.copy != Copy::x, market_.own_benefits[option].mentee, request.copy == Copy::z,
                                mentor, request};
        if (places == 0) return false;
        if (std::ssize(held) == places && !(standing > held.front())) return false;
        if (std::ssize(held) == places) {
            std::pop_heap(held.begin(), held.end(), std::greater<>());
            auto const loser = held.back();
            held.pop_back();
            taken_[option_of(loser.mentor, loser.request)] = false;
            lost_.push_back(loser);
        }
        held.push_back(standing);
        std::push_heap(held.begin(), held.end(), std::greater<>());
        taken_[option] = true;
        send_losers_on();
        return true;
    }

    // A loser's other copies of the same option may lie before the cursor, passed over while it was held: they come
    // first. `ask` may add to lost_ again.
    void send_losers_on() {
        if (sending_) return;
        sending_ = true;
        while (!lost_.empty()) {
            auto const loser = lost_.back();
            lost_.pop_back();
            if (!ask_again(loser.mentor, loser.request)) looking_.push_back(loser.mentor);
        }
        sending_ = false;
    }
    bool ask_again(std::size_t mentor, Request request) {
        while (request.copy != Copy::z) {
            request.copy = request.copy == Copy::x ? Copy::y : Copy::z;
            if (position_of(mentor, request) >= cursor_[mentor]) return false;
            if (ask(mentor, request)) return true;
        }
        return false;
    }

    struct Rank {
        std::uint64_t number;  // the greater the better
        std::size_t option;
    };
    static constexpr std::int64_t kLeastValue = std::numeric_limits<std::int32_t>::min();

    Market const& market_;
    std::vector<Rank> ranks_;                   // of one mentor
    std::vector<Line> lines_;                   // like market_.options, each mentor's in order of value
    std::vector<std::size_t> cursor_;           // per mentor: the next position of its list of requests
    std::vector<bool> taken_;                   // per option
    std::vector<std::vector<Standing>> holds_;  // per mentee, a heap with the worst in front
    std::vector<std::size_t> looking_;          // a mentor once for each place that still looks
    std::vector<Standing> lost_;
    bool sending_ = false;
};

}  // namespace

base::Result<std::vector<bool>> find_stable(Market const& market, Progress const& progress) {
    static constexpr std::size_t kBetweenReports = 1024;
    Asking asking(market);
    for (std::size_t mentor = 0; mentor < market.mentors.size(); ++mentor) {
        if (progress && mentor % kBetweenReports == 0 && !progress(mentor, market.mentors.size())) return cancelled();
        asking.ask_for_all_places_of(mentor);
    }
    return std::move(asking).answer();
}

}  // namespace matching::engine
