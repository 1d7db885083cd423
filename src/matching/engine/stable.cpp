#include "matching/engine/stable.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>

#include "matching/engine/mentor_lists.hpp"

namespace matching::engine {

namespace {

enum class Copy : std::uint8_t { x, y, z };

// By line of the mentor's list.
struct Request {
    Copy copy = Copy::x;
    std::size_t line = 0;
};

// How a mentee sees a request.
class Standing {
  public:
    Standing() = default;
    Standing(Index mentor, Request request, MentorLine const& line)
        : height_(std::uint64_t{request.copy != Copy::x} << 33U | above_least(line.mentee_benefit) << 1U |
                  std::uint64_t{request.copy == Copy::z}),
          mentor_(mentor),
          option_(line.option),
          line_(static_cast<std::uint32_t>(request.line)) {}

    // Greater is better: y and z above x, then by benefit, z above y, then by the draw.
    bool operator>(Standing const& other) const {
        return height_ != other.height_ ? height_ > other.height_ : mentor_ < other.mentor_;
    }
    [[nodiscard]] Index mentor() const { return mentor_; }
    [[nodiscard]] std::uint32_t option() const { return option_; }
    [[nodiscard]] Request request() const {
        auto const above_x = (height_ >> 33U) != 0;
        return {!above_x ? Copy::x : (height_ & 1U) != 0 ? Copy::z : Copy::y, line_};
    }

  private:
    static std::uint64_t above_least(std::int32_t benefit) {
        return static_cast<std::uint64_t>(std::int64_t{benefit} - std::numeric_limits<std::int32_t>::min());
    }

    std::uint64_t height_ = 0;
    Index mentor_ = 0;
    std::uint32_t option_ = 0;
    std::uint32_t line_ = 0;
};

// What each mentee holds: a heap with the worst in front, in as many places as can come to be taken.
class Holdings {
  public:
    explicit Holdings(Market const& market) : hands_(market.mentees.size()) {
        for (std::size_t i = 0; i < hands_.size(); ++i) hands_[i].places = market.mentee_places[i];
        if (std::any_of(hands_.begin(), hands_.end(), [](Hand const& hand) { return hand.places > 1; }))
            leave_out_places_nobody_asks_for(market);
        std::size_t first = 0;
        for (auto& hand : hands_) {
            hand.first = first;
            first += static_cast<std::size_t>(hand.places);
        }
        held_.resize(first);
    }

    [[nodiscard]] bool keeps(Index mentee, Standing const& standing) const {
        auto const& hand = hands_[mentee];
        return hand.count < hand.places || (hand.places > 0 && standing > held_[hand.first]);
    }
    // Whoever has to go for the one who is held now.
    std::optional<Standing> hold(Index mentee, Standing const& standing) {
        auto& hand = hands_[mentee];
        auto const begin = held_.begin() + static_cast<std::ptrdiff_t>(hand.first);
        std::optional<Standing> loser;
        if (hand.count == hand.places) {
            loser = *begin;
            std::pop_heap(begin, begin + hand.count--, std::greater<>());
        }
        begin[hand.count++] = standing;
        std::push_heap(begin, begin + hand.count, std::greater<>());
        return loser;
    }

  private:
    // held_[first, first + count)
    struct Hand {
        std::size_t first = 0;
        std::int32_t places = 0;
        std::int32_t count = 0;
    };

    void leave_out_places_nobody_asks_for(Market const& market) {
        std::vector<std::int32_t> options(hands_.size(), 0);
        for (auto const option : market.options) ++options[option.mentee];
        for (std::size_t i = 0; i < hands_.size(); ++i) hands_[i].places = std::min(hands_[i].places, options[i]);
    }

    std::vector<Hand> hands_;
    std::vector<Standing> held_;
};

class Asking {
  public:
    explicit Asking(Market const& market)
        : market_(market),
          lists_(market),
          cursor_(market.mentors.size(), 0),
          taken_(market.options.size(), false),
          holdings_(market) {}

    void ask_for_all_places_of(Index mentor) {
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
    // The list of requests is never written out: of n lines, the x and y requests of the tie [b, e) stand at
    // [2b, b + e) and [b + e, 2e), the z requests at [2n, 3n).
    [[nodiscard]] Request request_at(Index mentor, std::size_t position) {
        auto const length = lists_.length_of(mentor);
        if (position >= 2 * length) return {Copy::z, position - 2 * length};
        auto const& tie = lists_.line(mentor, position / 2);
        if (position < tie.tie_begin + tie.tie_end) return {Copy::x, position - tie.tie_begin};
        return {Copy::y, position - tie.tie_end};
    }
    [[nodiscard]] std::size_t position_of(Index mentor, Request request) {
        auto const& line = lists_.line(mentor, request.line);
        switch (request.copy) {
            case Copy::x:
                return line.tie_begin + request.line;
            case Copy::y:
                return line.tie_end + request.line;
            case Copy::z:
                break;
        }
        return 2 * lists_.length_of(mentor) + request.line;
    }

    void ask_down_the_list(Index mentor) {
        auto& cursor = cursor_[mentor];
        while (cursor < 3 * lists_.length_of(mentor))
            if (ask(mentor, request_at(mentor, cursor++))) return;
    }

    // True if the mentee keeps it, who did not hold the mentor before. Whoever lost the place looks on.
    bool ask(Index mentor, Request request) {
        auto const& line = lists_.line(mentor, request.line);
        auto const mentee = line.mentee;
        Standing const standing(mentor, request, line);
        if (taken_[standing.option()] || !holdings_.keeps(mentee, standing)) return false;
        if (auto const loser = holdings_.hold(mentee, standing)) {
            taken_[loser->option()] = false;
            lost_.push_back(*loser);
        }
        taken_[standing.option()] = true;
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
            if (!ask_again(loser.mentor(), loser.request())) looking_.push_back(loser.mentor());
        }
        sending_ = false;
    }
    bool ask_again(Index mentor, Request request) {
        while (request.copy != Copy::z) {
            request.copy = request.copy == Copy::x ? Copy::y : Copy::z;
            if (position_of(mentor, request) >= cursor_[mentor]) return false;
            if (ask(mentor, request)) return true;
        }
        return false;
    }

    Market const& market_;
    MentorLists lists_;
    std::vector<std::size_t> cursor_;  // per mentor: the next position of its list of requests
    std::vector<bool> taken_;          // per option
    Holdings holdings_;
    std::vector<Index> looking_;  // a mentor once for each place that still looks
    std::vector<Standing> lost_;
    bool sending_ = false;
};

}  // namespace

base::Result<std::vector<bool>> find_stable(Market const& market, Progress const& progress) {
    static constexpr std::size_t kBetweenReports = 1024;
    Asking asking(market);
    for (Index mentor = 0; mentor < market.mentors.size(); ++mentor) {
        if (progress && mentor % kBetweenReports == 0 && !progress(mentor, market.mentors.size())) return cancelled();
        asking.ask_for_all_places_of(mentor);
    }
    return std::move(asking).answer();
}

}  // namespace matching::engine
