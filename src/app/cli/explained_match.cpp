#include "app/cli/explained_match.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include "matching/engine/remedy.hpp"

namespace app {

namespace {

namespace engine = matching::engine;

// What everybody could have got, by position: to say how many would have been worth more.
class PointsOfOthers {
  public:
    explicit PointsOfOthers(matching::FileSnapshot const& made)
        : made_(made), mentors_(made.mentors.size()), mentees_(made.mentees.size()) {
        for (auto const& candidate : made.snapshot.candidates) {
            mentors_[candidate.mentor].push_back(candidate.benefit);
            mentees_[candidate.mentee].push_back(candidate.benefit);
        }
    }
    [[nodiscard]] PairSeenBy of_mentor(engine::Index mentor, std::int64_t points) const {
        return {made_.mentor_could_meet[mentor], worth_more(mentors_[mentor], points)};
    }
    [[nodiscard]] PairSeenBy of_mentee(engine::Index mentee, std::int64_t points) const {
        return {made_.mentee_could_meet[mentee], worth_more(mentees_[mentee], points)};
    }

  private:
    static std::int64_t worth_more(std::vector<std::int32_t> const& others, std::int64_t points) {
        return std::count_if(others.begin(), others.end(), [&](std::int32_t other) { return other > points; });
    }
    matching::FileSnapshot const& made_;
    std::vector<std::vector<std::int32_t>> mentors_;
    std::vector<std::vector<std::int32_t>> mentees_;
};

std::vector<ExplainedPair> explain_pairs(matching::FileSnapshot const& made, engine::Assignment const& assignment) {
    PointsOfOthers const others(made);
    std::vector<ExplainedPair> pairs;
    for (auto const& couple : assignment.couples) {
        ExplainedPair pair;
        pair.mentor = made.mentors[couple.mentor];
        pair.mentee = made.mentees[couple.mentee];
        pair.why = explain_points(made.rules, couple);
        for (auto const& each : pair.why) pair.points += each.points;
        pair.for_mentor = others.of_mentor(couple.mentor, pair.points);
        pair.for_mentee = others.of_mentee(couple.mentee, pair.points);
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

std::vector<engine::Seeker> seekers_of(matching::FileSnapshot const& made, std::vector<WithoutPartner> const& people) {
    std::map<std::pair<bool, std::string>, engine::Index> positions;
    for (engine::Index i = 0; i < made.mentors.size(); ++i) positions[{true, made.mentors[i]}] = i;
    for (engine::Index i = 0; i < made.mentees.size(); ++i) positions[{false, made.mentees[i]}] = i;
    std::vector<engine::Seeker> seekers;
    for (auto const& one : people) {
        auto const is_mentor = one.side == "mentor";
        seekers.push_back(
            {is_mentor ? engine::Side::mentor : engine::Side::mentee, positions.at({is_mentor, one.person})});
    }
    return seekers;
}

// The tables once more under all rules but one; made when somebody first asks, for all who ask.
class WithoutARule {
  public:
    WithoutARule(MatchedFiles const& files, matching::FileSnapshot const& made, engine::Snapshot const& run)
        : files_(files), run_(run) {
        if (!made.best_of_each) return;
        for (auto const& c : run.candidates) extent_.always.push_back({c.mentor, c.mentee});
    }

    [[nodiscard]] engine::Variant variant(std::size_t rule) {
        return {static_cast<std::uint32_t>(rule), [this, rule] { return without(rule); }, {}};
    }

  private:
    engine::Snapshot const& without(std::size_t rule) {
        auto& kept = made_[rule];
        if (kept) return *kept;
        auto rules = files_.rules;
        rules.rules[rule].required.reset();
        rules.rules[rule].forbidden.reset();
        // What could be read with the rule can be read without it.
        auto made = make_snapshot(rules, files_.mentors, files_.mentees, files_.capacities, extent_).value();
        auto snapshot = run_;
        snapshot.candidates = with_points_of_run(made.snapshot.candidates);
        kept = std::make_unique<engine::Snapshot>(std::move(snapshot));
        return *kept;
    }

    // With --keep, pairs of before are worth more in the run than by the rules.
    [[nodiscard]] engine::CandidateList with_points_of_run(engine::CandidateList const& candidates) const {
        std::map<engine::Couple, engine::Candidate> in_run;
        for (auto const& candidate : run_.candidates) in_run[{candidate.mentor, candidate.mentee}] = candidate;
        return candidates.transformed([&](engine::Candidate const& candidate) {
            auto const found = in_run.find({candidate.mentor, candidate.mentee});
            return found == in_run.end() ? candidate : found->second;
        });
    }

    MatchedFiles const& files_;
    engine::Snapshot const& run_;
    matching::Extent extent_;  // whoever may meet in the run may meet without a rule too
    std::map<std::size_t, std::unique_ptr<engine::Snapshot>> made_;
};

class PeopleExplainer {
  public:
    PeopleExplainer(MatchedFiles const& files, matching::FileSnapshot const& made, engine::Snapshot const& run)
        : files_(files), made_(made), run_(run), without_a_rule_(files, made, run) {
        static constexpr std::int32_t kAnyNumber = 1000;  // as many as a table may say
        room_ = {std::vector<std::int32_t>(made.mentors.size(), kAnyNumber),
                 std::vector<std::int32_t>(made.mentees.size(), kAnyNumber)};
    }

    [[nodiscard]] std::vector<TookPeople> rules_of(matching::RuleTally const& tally) const {
        std::vector<TookPeople> rules;
        for (std::size_t r = 0; r < tally.people.size(); ++r)
            if (tally.people[r] > 0)
                rules.push_back({files_.rules.rules[r].name, tally.people[r], tally.people_alone[r]});
        std::stable_sort(rules.begin(), rules.end(),
                         [](TookPeople const& a, TookPeople const& b) { return a.people > b.people; });
        return rules;
    }

    base::Result<std::vector<ExplainedRemedy>> remedies_of(engine::Seeker seeker, matching::RuleTally const& tally) {
        std::vector<engine::Variant> variants;
        std::vector<std::size_t> rule_of;
        for (std::size_t r = 0; r < tally.people_alone.size(); ++r) {
            if (tally.people_alone[r] == 0) continue;
            variants.push_back(without_a_rule_.variant(r));
            rule_of.push_back(r);
        }
        TRY(found, find_remedies(run_, room_, seeker, variants));
        std::vector<ExplainedRemedy> remedies;
        for (auto const& remedy : found) {
            if (remedy.variant)
                remedies.push_back({"without_rule", {}, 1, files_.rules.rules[rule_of[*remedy.variant]].name});
            else
                remedies.push_back({engine::name_of(remedy.code), people_of(seeker, remedy), remedy.number, {}});
        }
        return remedies;
    }

  private:
    [[nodiscard]] std::vector<std::string> people_of(engine::Seeker seeker, engine::Remedy const& remedy) const {
        if (remedy.code == engine::RemedyCode::no_longer_together)
            return {made_.mentors[remedy.couple->mentor], made_.mentees[remedy.couple->mentee]};
        auto const& others = seeker.side == engine::Side::mentor ? made_.mentees : made_.mentors;
        std::vector<std::string> people;
        for (auto const position : remedy.people) people.push_back(others[position]);
        return people;
    }

    MatchedFiles const& files_;
    matching::FileSnapshot const& made_;
    engine::Snapshot const& run_;
    WithoutARule without_a_rule_;
    engine::Room room_;
};

}  // namespace

base::Result<MatchExplanation> explain_match(MatchedFiles const& files, matching::FileSnapshot const& made,
                                             engine::Kept const& kept,
                                             std::vector<WithoutPartner> const& without_partner,
                                             std::int32_t most_people) {
    MatchExplanation explanation;
    explanation.pairs = explain_pairs(made, kept.assignment);
    auto const seekers = seekers_of(made, without_partner);
    auto const tallies = tally_rules(made.rules, seekers);
    PeopleExplainer explainer(files, made, kept.snapshot);
    for (std::size_t i = 0; i < seekers.size(); ++i) {
        auto const& one = without_partner[i];
        ExplainedPerson person{one.person, one.side, one.could_meet, one.reason, explainer.rules_of(tallies[i]), {}};
        if (std::cmp_less(i, most_people)) {
            TRY(remedies, explainer.remedies_of(seekers[i], tallies[i]));
            person.remedies = std::move(remedies);
        }
        explanation.without_partner.push_back(std::move(person));
    }
    return explanation;
}

}  // namespace app
