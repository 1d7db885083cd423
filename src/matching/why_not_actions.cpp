#include "matching/why_not_actions.hpp"

#include <algorithm>

#include "matching/engine/joined_by_hand.hpp"
#include "matching/engine/looser_rules.hpp"
#include "matching/match_run_store.hpp"
#include "matching/run_today.hpp"

namespace matching {

namespace {

class RulesBetween {
  public:
    RulesBetween(LoadedWorld const& loaded, engine::Judge const& judge, engine::Couple couple)
        : loaded_(loaded),
          judge_(judge),
          couple_(couple),
          mentor_(loaded.world.mentors[couple.mentor]),
          mentee_(loaded.world.mentees[couple.mentee]) {}

    [[nodiscard]] std::vector<RuleBetween> tell(engine::Verdict verdict) const {
        std::vector<RuleBetween> rules;
        for (std::size_t number = 0; number < engine::kRules; ++number) {
            auto const rule = static_cast<engine::Rule>(number);
            if ((verdict & engine::bit(rule)) != 0) rules.push_back(tell_of(rule));
        }
        return rules;
    }

  private:
    [[nodiscard]] RuleBetween tell_of(engine::Rule rule) const {
        RuleBetween told;
        told.rule = engine::name_of(rule);
        told.lift = lift_of(rule);
        if (told.lift == Lift::looser_levels)
            if (auto const looser = looser_between(loaded_.world.rules, mentor_, mentee_, rule)) {
                told.gap_least = looser->rules.gap_least;
                told.gap_most = looser->rules.gap_most;
            }
        if (told.lift == Lift::complete_line)
            told.people = of_those([&](auto const& one) { return !judge_.tree().place(one.place).is_known; });
        if (told.lift == Lift::enter_level) told.people = of_those([](auto const& one) { return !one.level; });
        if (told.lift == Lift::bring_topics)
            told.topics = topics_wanted_by(rule == engine::Rule::nothing_for_mentor ? mentor_ : mentee_);
        return told;
    }

    static Lift lift_of(engine::Rule rule) {
        switch (rule) {
            case engine::Rule::level_gap:
                return Lift::looser_levels;
            case engine::Rule::same_department:
                return Lift::any_department;
            case engine::Rule::site:
                return Lift::any_site;
            case engine::Rule::unknown_line:
                return Lift::complete_line;
            case engine::Rule::level_unknown:
                return Lift::enter_level;
            case engine::Rule::nothing_for_mentor:
            case engine::Rule::nothing_for_mentee:
                return Lift::bring_topics;
            case engine::Rule::no_common_time:
                return Lift::an_hour_in_common;
            case engine::Rule::no_common_language:
                return Lift::a_language_in_common;
            case engine::Rule::same_person:
            case engine::Rule::already_partners:
            case engine::Rule::above:
            case engine::Rule::common_manager:
            case engine::Rule::not_available:
                break;
        }
        return Lift::nothing;
    }

    template <class Is>
    [[nodiscard]] std::vector<PersonId> of_those(Is is) const {
        std::vector<PersonId> people;
        if (is(mentor_)) people.push_back(loaded_.mentors[couple_.mentor]);
        if (is(mentee_)) people.push_back(loaded_.mentees[couple_.mentee]);
        return people;
    }

    // Those that may be said aloud (rules 6).
    [[nodiscard]] std::vector<std::string> topics_wanted_by(engine::Profile const& person) const {
        std::vector<std::string> topics;
        for (auto const& want : person.wants)
            if (want.may_be_named) topics.push_back(loaded_.topics[want.topic]);
        return topics;
    }

    LoadedWorld const& loaded_;
    engine::Judge const& judge_;
    engine::Couple couple_;
    engine::Profile const& mentor_;
    engine::Profile const& mentee_;
};

std::vector<PersonShown> holders(db::Tx& tx, access::Viewer const& viewer, std::vector<PersonId> const& people,
                                 std::vector<engine::Index> const& positions) {
    std::vector<PersonShown> shown_people;
    for (auto const position : positions)
        if (!viewer.is(people[position]))
            if (auto person = store::find_person_shown(tx, viewer.organisation, people[position]))
                shown_people.push_back(std::move(*person));
    return shown_people;
}

// Two people who may meet but are no candidates are both on both sides, and better the other way round.
char const* word_for(engine::LockFlaw flaw) {
    switch (flaw) {
        case engine::LockFlaw::apart:
            return "apart";
        case engine::LockFlaw::not_available:
            return "other_way_round";
        case engine::LockFlaw::no_place:
            break;
    }
    return "no_place";
}

base::Result<TogetherInRun> together_in(db::Database& database, access::Viewer const& viewer, RunToday const& today,
                                        engine::Couple couple) {
    TRY(joined, join_by_hand(today.snapshot, today.assignment, couple));
    TogetherInRun told;
    told.is_pair = joined.are_pair;
    database.read([&](db::Tx& tx) {
        told.mentor_holds = holders(tx, viewer, today.loaded.mentees, joined.mentor_holds);
        told.mentee_holds = holders(tx, viewer, today.loaded.mentors, joined.mentee_holds);
    });
    if (joined.unplaced) told.unplaced = word_for(joined.unplaced->flaw);
    told.pairs_before = joined.pairs_before;
    told.pairs = joined.pairs;
    told.total_benefit_before = joined.benefit_before;
    told.total_benefit = joined.benefit;
    told.moved = joined.moved;
    return told;
}

WhyNot what_stands_between(LoadedWorld const& loaded, engine::Couple couple) {
    engine::Judge const judge(loaded.world);
    engine::Benefit benefit;
    auto const& mentor = loaded.world.mentors[couple.mentor];
    auto const& mentee = loaded.world.mentees[couple.mentee];
    auto const verdict = judge.judge(mentor, mentee, benefit);
    WhyNot answer;
    answer.rules = RulesBetween(loaded, judge, couple).tell(verdict);
    answer.is_kept_apart = std::find(loaded.bans.begin(), loaded.bans.end(), couple) != loaded.bans.end();
    if (verdict == 0) answer.reasons = shown(explain(loaded.world, judge.tree(), mentor, mentee), loaded.topics);
    return answer;
}

base::Result<std::optional<MatchRun>> run_asked_for(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                                    WhyNotQuery const& asked) {
    if (!asked.match_run_id) return std::optional<MatchRun>();
    auto run = store::find_coordinated_run(tx, viewer, *asked.match_run_id);
    if (!run || run->programme_id != programme) return match_run_not_found();
    return run;
}

struct WhyNotGround {
    std::optional<MatchRun> run;
    LoadedWorld loaded;
    engine::Couple couple;
    WhyNot between;
};

base::Result<WhyNotGround> read_why_not_ground(db::Tx& tx, access::Viewer const& viewer, crypto::Keys const& keys,
                                               ProgrammeId programme, WhyNotQuery const& asked, base::Instant now) {
    if (!viewer.coordinates(programme)) return base::not_found("programme");
    TRY(run, run_asked_for(tx, viewer, programme, asked));
    auto loaded = store::load_world(tx, keys, viewer.organisation, programme, now).value();
    auto const mentor = loaded.find(Side::mentor, asked.mentor_id);
    auto const mentee = loaded.find(Side::mentee, asked.mentee_id);
    if (!mentor || !mentee || viewer.is(asked.mentor_id) || viewer.is(asked.mentee_id))
        return base::not_found("people");
    engine::Couple const couple{*mentor, *mentee};
    auto between = what_stands_between(loaded, couple);
    if (run) keep_those_of_run(tx, viewer.organisation, *run, loaded);
    return WhyNotGround{std::move(run), std::move(loaded), couple, std::move(between)};
}

}  // namespace

base::Result<WhyNot> why_not(db::Database& database, access::Viewer const& viewer, crypto::Keys const& keys,
                             ProgrammeId programme, WhyNotQuery const& asked, base::Instant now) {
    TRY(ground,
        database.read([&](db::Tx& tx) { return read_why_not_ground(tx, viewer, keys, programme, asked, now); }));
    auto answer = std::move(ground.between);
    if (!ground.run || !answer.rules.empty()) return answer;
    TRY(today, run_today(*ground.run, std::move(ground.loaded)));
    TRY(together, together_in(database, viewer, today, ground.couple));
    answer.together = std::move(together);
    return answer;
}

}  // namespace matching
