#pragma once
// Half a year of a small programme, made of random acts of its people through the doors, while the house does by itself
// what it does: suggested, got to know, agreed, met, moved, called off, asked, left, found again, closed, and looked at
// once more after ninety days. A seed makes the same half-year again.

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "base/random.hpp"
#include "meeting/meeting_shapes.hpp"
#include "pairing/pairing_shapes.hpp"
#include "support/databases.hpp"
#include "support/door.hpp"

namespace support {

// Stands in every text that the two of a pair write for each other or for themselves, and nowhere else.
inline constexpr char const* kBetweenTheTwo = "zebra";

class HalfYear {
  public:
    explicit HalfYear(std::uint64_t seed);

    // Up to five days pass; then some of them do something.
    void step();
    // The programme runs: until its last day, which was announced a month before.
    [[nodiscard]] bool is_running();
    [[nodiscard]] base::Day last_day() const;
    // From the last day on: ninety days to the echo, and some more.
    [[nodiscard]] bool is_remembered();
    // Until everything that the pairs wrote has had its time.
    void let_time_pass_over_it();

    [[nodiscard]] Door& door() { return door_; }
    [[nodiscard]] Cast const& cast() const { return cast_; }
    // Three who bring something, then three who want it.
    [[nodiscard]] std::array<access::PersonId, 6> const& people() const { return people_; }
    // Who said, of a suggestion, that they would be happy to meet.
    [[nodiscard]] std::map<std::string, std::set<std::string>> const& happy() const { return happy_; }
    // Keeps the dates of one who wants something, and is nobody's partner.
    [[nodiscard]] access::PersonId assistant() const { return cast_.amir; }

    // What came about in it, and how often, so that a half-year in which nothing happens is found out.
    std::map<std::string, int> happened;

  private:
    using Json = std::string;

    void house();
    bool likely(int percent) { return static_cast<int>(random_->below(100)) < percent; }
    template <class Of>
    auto const& one_of(Of const& several) {
        return several[random_->below(several.size())];
    }
    Reply ask(access::PersonId by, http::Method method, std::string const& target, Json body = "");
    std::string what_they_see();
    [[nodiscard]] std::string programme(std::string const& rest) const;

    void coordinate();
    void seek();
    void bring();
    void close();
    void act();
    void act_alone(access::PersonId who);
    void act_in(pairing::PairingAnswer const& pair, access::PersonId who);
    void get_to_know(access::PersonId who, std::string const& path);
    void agree(access::PersonId who, std::string const& path);
    void leave(access::PersonId who, std::string const& path);
    void pause_or_go_on(access::PersonId who, std::string const& path, pairing::Stage stage);
    void say(access::PersonId who, std::string const& path, pairing::PairingId pair);
    void work_on_goals(access::PersonId who, std::string const& path);
    void answer_questions(access::PersonId who);
    void sit_in_circle(access::PersonId who);
    void meet(access::PersonId who, std::string const& path);
    void change(access::PersonId who, std::string const& meetings, meeting::MeetingAnswer const& one,
                std::optional<pairing::Side> side);
    void keep_dates();
    Json some_times(int days_ahead);
    void hold(access::PersonId who, std::string const& meetings, meeting::MeetingAnswer const& one);

    OwnDatabase database_;
    Door door_{*database_};
    Cast cast_ = make_cast(door_.database());
    std::array<access::PersonId, 6> people_;
    std::unique_ptr<base::Random> random_;
    base::Instant begin_;
    bool is_announced_ = false;
    std::map<std::string, std::set<std::string>> happy_;
};

}  // namespace support
