#include "matching/couple_search.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "matching/engine/certificate.hpp"
#include "matching/engine/draw.hpp"
#include "matching/spread.hpp"
#include "matching/whole_assignment.hpp"
#include "platform/json.hpp"

namespace {

using namespace matching;
using engine::Candidate;
using engine::Index;

// Rules and two tables, drawn.
class TableDraw {
  public:
    explicit TableDraw(std::uint64_t seed, std::uint64_t people = 50) : random_(seed) {
        auto const count = 1 + below(5);
        for (std::uint64_t i = 0; i < count; ++i) rules.rules.push_back(draw_rule());
        rules.identify_by = "id";
        rules.scales = std::map<std::string, std::vector<std::string>>{{"grade", {"low", "middle", "high", "top"}}};
        mentors = draw_table("m", people + below(20));
        mentees = draw_table(below(3) == 0 ? "m" : "e", people + below(20));
    }

    RuleFile rules;
    Table mentors;
    Table mentees;

  private:
    std::uint64_t below(std::uint64_t bound) { return random_() % bound; }

    FileRule draw_rule() {
        FileRule rule;
        rule.name = "rule";
        rule.kind = static_cast<RuleKind>(below(5));
        auto const column = [&] {
            if (rule.kind == RuleKind::difference) return std::string(rule.scale ? "grade" : "number");
            if (rule.kind == RuleKind::overlap) return std::string(below(2) == 0 ? "offers" : "wants");
            return std::string(below(2) == 0 ? "word" : "team");
        };
        if (rule.kind == RuleKind::difference && below(2) == 0) rule.scale = "grade";
        rule.mentor = column();
        rule.mentee = column();
        auto const figure = [&] { return static_cast<std::int32_t>(below(41)) - 20; };
        if (rule.kind == RuleKind::difference) {
            if (below(2) == 0) rule.minimum = static_cast<std::int32_t>(below(5)) - 3;
            if (below(2) == 0) rule.maximum = rule.minimum.value_or(-2) + static_cast<std::int32_t>(below(4));
        }
        if (rule.kind == RuleKind::member) {
            rule.list = below(2) == 0 ? ListSide::mentor : ListSide::mentee;
            (rule.list == ListSide::mentor ? rule.mentor : rule.mentee) = "offers";
        }
        if (rule.kind == RuleKind::difference && below(2) == 0) {
            rule.points_by_difference.emplace();
            for (int i = 0; i < 4; ++i)
                rule.points_by_difference->emplace(std::to_string(static_cast<int>(below(9)) - 4), figure());
        } else if (rule.kind == RuleKind::overlap && below(2) == 0) {
            rule.points_each = figure();
        } else {
            rule.points = figure();
        }
        auto const effect = below(4);
        if (effect == 0) rule.required = true;
        if (effect == 1) rule.forbidden = true;
        return rule;
    }

    Table draw_table(std::string const& letter, std::uint64_t people) {
        Table table{letter, {"id", "word", "team", "grade", "number", "offers", "wants"}, {}};
        for (std::uint64_t i = 0; i < people; ++i) {
            static std::vector<std::string> const kGrades{"low", "Middle", "high", "TOP", ""};
            auto const word = [&] {
                return std::string(below(6) == 0 ? "" : below(2) == 0 ? "A " : "a") + "bcd"[below(3)];
            };
            auto const list = [&] {
                std::string words;
                for (auto n = below(5); n > 0; --n) words += word() + ",";
                return words;
            };
            table.rows.push_back(
                {static_cast<std::int32_t>(i + 2),
                 {letter + std::to_string(i), below(5) == 0 ? "" : word(), word(), kGrades[below(5)],
                  below(6) == 0 ? "" : std::to_string(static_cast<int>(below(7)) - 3), list(), list()}});
        }
        return table;
    }

    std::mt19937_64 random_;
};

// What docs/rules.md says, from the text of the cells, couple by couple.
class OneByOne {
  public:
    explicit OneByOne(TableDraw const& drawn) : drawn_(drawn) {}

    struct Verdict {
        std::vector<bool> forbids;
        std::int32_t points = 0;

        [[nodiscard]] bool may_meet() const { return std::find(forbids.begin(), forbids.end(), true) == forbids.end(); }
    };
    [[nodiscard]] Verdict judge(Index mentor, Index mentee) const {
        Verdict verdict;
        for (auto const& rule : drawn_.rules.rules) {
            auto const a = cell(drawn_.mentors, mentor, rule.mentor);
            auto const b = cell(drawn_.mentees, mentee, rule.mentee);
            auto const points = points_of(rule, a, b);
            verdict.points += points.value_or(0);
            verdict.forbids.push_back(points ? rule.forbidden.value_or(false) : rule.required.value_or(false));
        }
        return verdict;
    }
    [[nodiscard]] bool is_same(Index mentor, Index mentee) const {
        return base::fold(drawn_.mentors.rows[mentor].cells[0]) == base::fold(drawn_.mentees.rows[mentee].cells[0]);
    }

  private:
    static std::string cell(Table const& table, Index row, std::string const& column) {
        auto const at = std::find(table.columns.begin(), table.columns.end(), column) - table.columns.begin();
        return base::fold(table.rows[row].cells[static_cast<std::size_t>(at)]);
    }
    static std::set<std::string> words(std::string const& cell) {
        std::set<std::string> words;
        for (auto const& part : base::split(cell, ','))
            if (auto word = base::fold(part); !word.empty()) words.insert(std::move(word));
        return words;
    }
    [[nodiscard]] std::int32_t step(FileRule const& rule, std::string const& cell) const {
        if (!rule.scale) return std::stoi(cell);
        auto const& scale = drawn_.rules.scales->at("grade");
        return static_cast<std::int32_t>(std::find(scale.begin(), scale.end(), cell) - scale.begin());
    }
    // None: the rule does not hold.
    [[nodiscard]] std::optional<std::int32_t> points_of(FileRule const& rule, std::string const& a,
                                                        std::string const& b) const {
        if (a.empty() || b.empty()) return std::nullopt;
        auto const if_holds = [&](bool holds) { return holds ? std::optional(rule.points.value_or(0)) : std::nullopt; };
        switch (rule.kind) {
            case RuleKind::equal:
                return if_holds(a == b);
            case RuleKind::different:
                return if_holds(a != b);
            case RuleKind::member:
                return if_holds(rule.list == ListSide::mentor ? words(a).contains(b) : words(b).contains(a));
            case RuleKind::overlap: {
                std::int32_t shared = 0;
                for (auto const& word : words(a)) shared += words(b).contains(word) ? 1 : 0;
                if (shared == 0) return std::nullopt;
                return rule.points_each ? *rule.points_each * shared : rule.points.value_or(0);
            }
            case RuleKind::difference:
                break;
        }
        auto const difference = step(rule, a) - step(rule, b);
        if (difference < rule.minimum.value_or(-1000) || difference > rule.maximum.value_or(1000)) return std::nullopt;
        if (!rule.points_by_difference) return rule.points.value_or(0);
        auto const found = rule.points_by_difference->find(std::to_string(difference));
        return found == rule.points_by_difference->end() ? 0 : found->second;
    }

    TableDraw const& drawn_;
};

FileSnapshot search(TableDraw const& drawn, Extent const& extent, unsigned threads = 1) {
    return make_snapshot(drawn.rules, drawn.mentors, drawn.mentees, {}, extent, {threads, {}}).value();
}

std::vector<Candidate> listed(FileSnapshot const& made) {
    return {made.snapshot.candidates.begin(), made.snapshot.candidates.end()};
}

std::vector<Candidate> all_by_hand(TableDraw const& drawn) {
    OneByOne const by_hand(drawn);
    std::vector<Candidate> all;
    for (Index i = 0; i < drawn.mentors.rows.size(); ++i)
        for (Index j = 0; j < drawn.mentees.rows.size(); ++j) {
            if (by_hand.is_same(i, j)) continue;
            auto const verdict = by_hand.judge(i, j);
            if (verdict.may_meet()) all.push_back({i, j, verdict.points, verdict.points, verdict.points});
        }
    return all;
}

// The best of each of one side, from all couples that may meet.
class BestByHand {
  public:
    BestByHand(FileSnapshot const& made, ListSide looking, std::uint64_t seed)
        : made_(made),
          looking_(looking),
          own_(engine::draw_order(looking == ListSide::mentor ? made.snapshot.mentors : made.snapshot.mentees, seed)),
          others_(
              engine::draw_order(looking == ListSide::mentor ? made.snapshot.mentees : made.snapshot.mentors, seed)) {}

    [[nodiscard]] std::vector<Candidate> of_all(std::vector<Candidate> const& couples, std::size_t most) const {
        std::vector<Candidate> best;
        for (Index drawn = 0; drawn < own_.size(); ++drawn) {
            auto mine = couples;
            std::erase_if(mine, [&](Candidate const& c) { return own(c) != own_[drawn]; });
            std::sort(mine.begin(), mine.end(), [&](Candidate const& a, Candidate const& b) {
                return std::pair(-a.benefit, number(a)) < std::pair(-b.benefit, number(b));
            });
            if (mine.size() > most) mine = cut(mine, most, drawn);
            best.insert(best.end(), mine.begin(), mine.end());
        }
        return best;
    }

  private:
    [[nodiscard]] Index own(Candidate const& c) const { return looking_ == ListSide::mentor ? c.mentor : c.mentee; }
    [[nodiscard]] std::ptrdiff_t number(Candidate const& c) const {
        auto const other = looking_ == ListSide::mentor ? c.mentee : c.mentor;
        return std::find(others_.begin(), others_.end(), other) - others_.begin();
    }
    [[nodiscard]] std::vector<Candidate> cut(std::vector<Candidate> const& mine, std::size_t most, Index drawn) const {
        auto const last = mine[most - 1].benefit;
        std::vector<Candidate> best;
        std::vector<Candidate> equals;
        for (auto const& c : mine) {
            if (c.benefit > last) best.push_back(c);
            if (c.benefit == last) equals.push_back(c);
        }
        Spread spread{0, 0, 0, own_.size()};
        for (Index other = 0; other < own_.size(); ++other) {
            if (!read_the_same(own_[other], own_[drawn])) continue;
            if (spread.kind_size == 0) spread.first_drawn = other;
            if (other < drawn) ++spread.rank;
            ++spread.kind_size;
        }
        auto const first = spread.first_of(equals.size());
        for (std::size_t k = 0; best.size() < most; ++k) best.push_back(equals[(first + k) % equals.size()]);
        return best;
    }
    [[nodiscard]] bool read_the_same(Index a, Index b) const {
        return std::all_of(made_.rules.begin(), made_.rules.end(),
                           [&](ReadRule const& rule) { return rule.of(looking_)[a] == rule.of(looking_)[b]; });
    }

    FileSnapshot const& made_;
    ListSide looking_;
    std::vector<Index> own_;  // as drawn
    std::vector<Index> others_;
};

bool stands_before(Candidate const& a, Candidate const& b) {
    return std::pair(a.mentor, a.mentee) < std::pair(b.mentor, b.mentee);
}
std::vector<Candidate> each_once(std::vector<Candidate> list) {
    std::sort(list.begin(), list.end(), stands_before);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

// Couples with their points, by what identifies people: whatever rows they stand in.
std::set<std::tuple<std::string, std::string, std::int32_t>> by_name(FileSnapshot const& made) {
    std::set<std::tuple<std::string, std::string, std::int32_t>> couples;
    for (auto const& c : made.snapshot.candidates)
        couples.emplace(made.mentors[c.mentor], made.mentees[c.mentee], c.benefit);
    return couples;
}

TEST(LookingAtCouples, finds_what_looking_at_them_one_by_one_finds) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        TableDraw const drawn(seed);
        ASSERT_EQ(listed(search(drawn, {})), all_by_hand(drawn)) << seed << json::write(drawn.rules);
    }
}

TEST(LookingAtCouples, counts_all_of_them_however_many_go_in) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        TableDraw const drawn(seed);
        OneByOne const by_hand(drawn);
        std::vector<std::int64_t> forbidden(drawn.rules.rules.size());
        std::vector<std::int64_t> of_mentor(drawn.mentors.rows.size());
        std::vector<std::int64_t> of_mentee(drawn.mentees.rows.size());
        std::int64_t same = 0;
        for (Index i = 0; i < of_mentor.size(); ++i)
            for (Index j = 0; j < of_mentee.size(); ++j) {
                if (by_hand.is_same(i, j)) {
                    ++same;
                    continue;
                }
                auto const verdict = by_hand.judge(i, j);
                for (std::size_t r = 0; r < forbidden.size(); ++r) forbidden[r] += verdict.forbids[r] ? 1 : 0;
                of_mentor[i] += verdict.may_meet() ? 1 : 0;
                of_mentee[j] += verdict.may_meet() ? 1 : 0;
            }
        for (auto const& extent : {Extent{}, Extent{.most_couples = 1}}) {
            auto const made = search(drawn, extent);
            ASSERT_EQ(made.forbidden_by, forbidden) << seed;
            ASSERT_EQ(made.mentor_could_meet, of_mentor) << seed;
            ASSERT_EQ(made.mentee_could_meet, of_mentee) << seed;
            ASSERT_EQ(made.same_person, same);
        }
    }
}

TEST(LookingAtCouples, keeps_exactly_the_best_of_each_where_all_are_too_many) {
    auto cut = 0;
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        TableDraw const drawn(seed);
        auto const all = all_by_hand(drawn);
        auto const made = search(drawn, {.most_couples = 1, .seed = seed});
        if (!made.best_of_each) continue;
        auto const most = static_cast<std::size_t>(*made.best_of_each);
        auto best = BestByHand(made, ListSide::mentor, seed).of_all(all, most);
        auto const of_mentees = BestByHand(made, ListSide::mentee, seed).of_all(all, most);
        best.insert(best.end(), of_mentees.begin(), of_mentees.end());
        ASSERT_EQ(listed(made), each_once(best)) << seed << json::write(drawn.rules);
        if (made.snapshot.candidates.size() < all.size()) ++cut;
    }
    EXPECT_GT(cut, 25);
}

TEST(LookingAtCouples, drops_nobody_whom_somebody_could_meet) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        TableDraw const drawn(seed);
        auto const made = search(drawn, {.most_couples = 1});
        std::set<Index> mentors;
        std::set<Index> mentees;
        for (auto const& c : made.snapshot.candidates) {
            mentors.insert(c.mentor);
            mentees.insert(c.mentee);
        }
        for (Index i = 0; i < made.mentors.size(); ++i) ASSERT_EQ(mentors.contains(i), made.mentor_could_meet[i] > 0);
        for (Index j = 0; j < made.mentees.size(); ++j) ASSERT_EQ(mentees.contains(j), made.mentee_could_meet[j] > 0);
    }
}

TEST(LookingAtCouples, is_the_same_for_any_threads_kernel_and_order_of_rows) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        TableDraw const drawn(seed);
        auto shuffled = drawn;
        std::mt19937_64 random(seed);
        std::shuffle(shuffled.mentors.rows.begin(), shuffled.mentors.rows.end(), random);
        std::shuffle(shuffled.mentees.rows.begin(), shuffled.mentees.rows.end(), random);
        for (auto const& extent : {Extent{}, Extent{.most_couples = 1, .seed = seed}}) {
            auto const made = search(drawn, extent);
            ASSERT_EQ(listed(made), listed(search(drawn, extent, 2)));
            ASSERT_EQ(by_name(made), by_name(search(shuffled, extent)));
        }
        auto const made = search(drawn, {});
        std::vector<BestOfSide> by_kernel;
        for (auto const* kernel : engine::sum_kernels())
            ASSERT_TRUE(
                CoupleSearch(made, ListSide::mentee, seed, *kernel).list_best({}, 7, by_kernel.emplace_back()).is_done);
        for (auto const& best : by_kernel) {
            ASSERT_EQ(best.count, by_kernel.front().count);
            for (std::size_t k = 0; k < best.options.size(); ++k) {
                ASSERT_EQ(best.options[k].other, by_kernel.front().options[k].other);
                ASSERT_EQ(best.options[k].points, by_kernel.front().options[k].points);
            }
        }
    }
}

TEST(LookingAtCouples, keeps_what_was_asked_for_wherever_it_is_allowed) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        TableDraw const drawn(seed);
        auto const all = all_by_hand(drawn);
        if (all.empty()) continue;
        auto const& worst =
            *std::min_element(all.begin(), all.end(), [](auto& a, auto& b) { return a.benefit < b.benefit; });
        auto const made = search(drawn, {.most_couples = 1, .always = {{worst.mentor, worst.mentee}, {0, 0}}});
        auto const couples = listed(made);
        ASSERT_TRUE(std::binary_search(couples.begin(), couples.end(), worst, stands_before));
        ASSERT_EQ(
            std::binary_search(couples.begin(), couples.end(), Candidate{0, 0}, stands_before) && made.best_of_each,
            made.best_of_each && std::binary_search(all.begin(), all.end(), Candidate{0, 0}, stands_before));
    }
}

TEST(LookingAtCouples, stops_when_it_is_told_to) {
    TableDraw const drawn(1);
    auto const stopped =
        make_snapshot(drawn.rules, drawn.mentors, drawn.mentees, {}, {}, {1, [](auto, auto) { return false; }});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.refusal().code, "cancelled");
}

// What an answer found among the best of each is, held against all couples that may meet.
class AmongAll {
  public:
    AmongAll(TableDraw const& drawn, engine::Objective objective, engine::Priority priority, std::uint64_t seed)
        : all_(search(drawn, {})),
          listed_(read_people(drawn.rules, drawn.mentors, drawn.mentees, {}).value()),
          left_out_(find_couples(listed_, {.most_couples = 1, .seed = seed}).value()) {
        // So few people have most of the others among their best: thinned out, there is something to ask for.
        if (seed % 2 == 0)
            erase_if(listed_.snapshot.candidates,
                     [](Candidate const& c) { return (c.mentor * 7 + c.mentee * 5) % 4 != 0; });
        for (auto* made : {&all_, &listed_}) {
            made->snapshot.objective = objective;
            made->snapshot.priority = priority;
            made->snapshot.seed = seed;
            // What is kept together or apart is no reason to ask for it.
            if (seed % 3 == 0 && !listed_.snapshot.candidates.empty()) {
                auto const first = listed_.snapshot.candidates[0];
                made->snapshot.locks = {{first.mentor, first.mentee}};
                auto const last = listed_.snapshot.candidates.back();
                if (last.mentor != first.mentor) made->snapshot.bans = {{last.mentor, last.mentee}};
            }
        }
    }

    WholeAssignment solve(unsigned threads) {
        return assign_among_all(listed_, left_out_.get(), {}, {threads, {}}).value();
    }
    [[nodiscard]] bool leaves_out() const { return left_out_ != nullptr; }
    [[nodiscard]] FileSnapshot const& all() const { return all_; }

  private:
    FileSnapshot all_;
    FileSnapshot listed_;
    std::shared_ptr<CoupleSearch const> left_out_;
};

TEST(AnAnswerAmongTheBestOfEach, is_the_answer_among_all_who_may_meet) {
    std::int64_t added = 0;
    int decided = 0;
    int undecided = 0;
    for (std::uint64_t seed = 0; seed < 16; ++seed) {
        TableDraw const drawn(seed, 90);
        for (auto const& [objective, priority] : {std::pair{engine::Objective::best, engine::Priority::most_pairs},
                                                  {engine::Objective::best, engine::Priority::most_benefit},
                                                  {engine::Objective::balanced, engine::Priority::most_pairs},
                                                  {engine::Objective::stable, engine::Priority::most_pairs}}) {
            AmongAll among(drawn, objective, priority, seed);
            if (!among.leaves_out()) continue;
            auto const whole = among.solve(1 + seed % 2);
            if (!whole.is_of_all) {
                ++undecided;
                continue;
            }
            ++decided;
            auto const proved = certify(whole.kept.snapshot, whole.kept.assignment);
            ASSERT_TRUE(proved.verified()) << to_text(proved.flaw) << " " << seed;
            added += whole.added;
            if (objective == engine::Objective::stable) {
                auto const of_all = certify(among.all().snapshot, whole.kept.assignment);
                ASSERT_TRUE(of_all.verified()) << to_text(of_all.flaw) << " " << seed << json::write(drawn.rules);
                continue;
            }
            auto const best = certify(among.all().snapshot, engine::assign(among.all().snapshot).value());
            ASSERT_EQ(std::pair(proved.pairs, proved.total_benefit), std::pair(best.pairs, best.total_benefit))
                << seed << json::write(drawn.rules);
        }
    }
    EXPECT_GT(decided, undecided) << undecided;
    EXPECT_GT(added, 100) << "the lists must be ones that leave out something";
}

TEST(AnAnswerAmongTheBestOfEach, says_where_it_is_only_among_those) {
    int listed = 0;
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        TableDraw const drawn(seed);
        AmongAll among(drawn, engine::Objective::fair, engine::Priority::most_pairs, seed);
        EXPECT_EQ(among.solve(1).is_of_all, !among.leaves_out()) << seed;
        listed += among.leaves_out() ? 1 : 0;
    }
    EXPECT_GT(listed, 0);
}

}  // namespace
