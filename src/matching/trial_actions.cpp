#include "matching/trial_actions.hpp"

#include <algorithm>

#include "matching/match_run_store.hpp"
#include "matching/trial.hpp"
#include "programme/programme_store.hpp"

namespace matching {

namespace {

constexpr std::size_t kMostMovedPairs = 100;

struct TrialGround {
    LoadedWorld loaded;
    LookedFor wanted;
    std::optional<MatchRun> run;
    std::vector<PeoplePair> run_pairs;
};

void check_two_people(std::optional<std::vector<CoupleShown>> const& named, std::string const& field,
                      std::vector<base::FieldError>& errors) {
    if (!named) return;
    for (std::size_t n = 0; n < named->size(); ++n)
        if ((*named)[n].mentor_id == (*named)[n].mentee_id)
            errors.push_back({field + "/" + std::to_string(n) + "/mentee_id", "same_person", {}});
}

base::Result<bool> check_trial(NewTrial const& wanted) {
    std::vector<base::FieldError> errors;
    check_two_people(wanted.together, "/together", errors);
    check_two_people(wanted.apart, "/apart", errors);
    if (wanted.weights && !wanted.weights->count_anything()) errors.push_back({"/weights", "nothing_counts", {}});
    if (auto const& rules = wanted.rules;
        rules && rules->level_gap_least && rules->level_gap_most && *rules->level_gap_most < *rules->level_gap_least)
        errors.push_back({"/rules/level_gap_most", "too_small", {{"least", std::to_string(*rules->level_gap_least)}}});
    if (!errors.empty()) return base::invalid(std::move(errors));
    return true;
}

programme::Settings with_trial(programme::Settings settings, NewTrial const& wanted) {
    if (wanted.weights) settings.weights = *wanted.weights;
    if (!wanted.rules) return settings;
    settings.level_gap_least = wanted.rules->level_gap_least;
    settings.level_gap_most = wanted.rules->level_gap_most;
    settings.department_rule = wanted.rules->department_rule;
    settings.site_rule = wanted.rules->site_rule;
    settings.needs_common_time = wanted.rules->needs_common_time;
    settings.needs_common_language = wanted.rules->needs_common_language;
    return settings;
}

// Whoever takes part tries nothing about themselves (rules 13).
base::Result<std::vector<engine::Couple>> couples_in(access::Viewer const& viewer, LoadedWorld const& loaded,
                                                     std::optional<std::vector<CoupleShown>> const& named) {
    std::vector<engine::Couple> couples;
    for (auto const& couple : named.value_or(std::vector<CoupleShown>{})) {
        auto const mentor = loaded.find(Side::mentor, couple.mentor_id);
        auto const mentee = loaded.find(Side::mentee, couple.mentee_id);
        if (!mentor || !mentee || viewer.is(couple.mentor_id) || viewer.is(couple.mentee_id))
            return base::not_found("people");
        couples.push_back({*mentor, *mentee});
    }
    return couples;
}

base::Result<bool> put_tried_wishes(access::Viewer const& viewer, LoadedWorld& loaded, NewTrial const& wanted) {
    TRY(no_longer_together, couples_in(viewer, loaded, wanted.no_longer_together));
    TRY(no_longer_apart, couples_in(viewer, loaded, wanted.no_longer_apart));
    TRY(together, couples_in(viewer, loaded, wanted.together));
    TRY(apart, couples_in(viewer, loaded, wanted.apart));
    for (auto const& couple : no_longer_together) std::erase(loaded.locks, couple);
    for (auto const& couple : no_longer_apart) std::erase(loaded.bans, couple);
    for (auto const& couple : together) keep_together(loaded, couple);
    for (auto const& couple : apart) keep_apart(loaded, couple);
    return true;
}

base::Result<bool> add_compared_run(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, MatchRunId id,
                                    TrialGround& ground) {
    auto run = store::find_coordinated_run(tx, viewer, id);
    if (!run || run->programme_id != programme) return match_run_not_found();
    if (!run->finished_at || run->state == RunState::cancelled || run->state == RunState::failed)
        return not_a_draft(run->state);
    for (auto const& pair : store::list_pairs(tx, viewer.organisation, id))
        if (!pair.is_filled_up) ground.run_pairs.emplace_back(pair.mentor_id, pair.mentee_id);
    ground.wanted = {run->objective, run->priority, run->seed};
    ground.run = std::move(run);
    return true;
}

base::Result<TrialGround> read_ground(db::Tx& tx, access::Viewer const& viewer, crypto::Keys const& keys,
                                      ProgrammeId id, NewTrial const& wanted, base::Instant now) {
    auto const programme =
        viewer.coordinates(id) ? programme::store::find_programme(tx, viewer.organisation, id) : std::nullopt;
    if (!programme) return base::not_found("programme");
    TRY_VOID(programme::check_second_coordinator(programme::store::load_standing(tx, viewer.organisation, id)));
    TrialGround ground;
    if (wanted.compared_with) TRY_VOID(add_compared_run(tx, viewer, id, *wanted.compared_with, ground));
    ground.loaded = store::load_world(tx, keys, viewer.organisation, id, now).value();
    TRY_VOID(check_people_tried(std::ssize(ground.loaded.mentors) + std::ssize(ground.loaded.mentees)));
    ground.loaded.world.rules = rules_of(with_trial(*programme, wanted));
    TRY_VOID(put_tried_wishes(viewer, ground.loaded, wanted));
    ground.wanted.objective = wanted.objective.value_or(ground.wanted.objective);
    ground.wanted.priority = wanted.priority.value_or(ground.wanted.priority);
    return ground;
}

std::int64_t with_free_places(std::vector<engine::Profile> const& side) {
    return std::count_if(side.begin(), side.end(), [](auto const& profile) { return profile.free_places > 0; });
}

std::optional<base::IdBytes> unseen_by(access::Viewer const& viewer) {
    if (!viewer.person) return std::nullopt;
    return viewer.person->bytes;
}

// Those who still take part: the others of the run's pairs are lost whatever is tried.
std::vector<engine::Couple> found_again(LoadedWorld const& loaded, std::vector<PeoplePair> const& pairs) {
    std::vector<engine::Couple> couples;
    for (auto const& [mentor_id, mentee_id] : pairs) {
        auto const mentor = loaded.find(Side::mentor, mentor_id);
        auto const mentee = loaded.find(Side::mentee, mentee_id);
        if (mentor && mentee) couples.push_back({*mentor, *mentee});
    }
    return couples;
}

// What has names in it, read after the search: somebody removed meanwhile is left out.
class TrialNames {
  public:
    TrialNames(db::Tx& tx, access::Viewer const& viewer) : tx_(tx), viewer_(viewer) {}

    // Nothing about the viewer (rules 13).
    std::vector<MovedPair> name(std::vector<PeoplePair> const& pairs) {
        std::vector<MovedPair> named;
        for (auto const& pair : pairs) {
            if (named.size() == kMostMovedPairs) break;
            if (auto one = name(pair)) named.push_back(std::move(*one));
        }
        return named;
    }
    std::optional<MovedPair> name(PeoplePair const& pair) {
        if (viewer_.is(pair.first) || viewer_.is(pair.second)) return std::nullopt;
        auto mentor = store::find_person_shown(tx_, viewer_.organisation, pair.first);
        auto mentee = store::find_person_shown(tx_, viewer_.organisation, pair.second);
        if (!mentor || !mentee) return std::nullopt;
        return MovedPair{std::move(*mentor), std::move(*mentee)};
    }

  private:
    db::Tx& tx_;
    access::Viewer const& viewer_;
};

std::vector<std::string> rules_between(engine::Judge const& judge, engine::World const& world, engine::Couple couple) {
    engine::Benefit unused;
    auto const verdict = judge.judge(world.mentors[couple.mentor], world.mentees[couple.mentee], unused);
    std::vector<std::string> rules;
    for (std::size_t rule = 0; rule < engine::kRules; ++rule)
        if ((verdict & engine::bit(static_cast<engine::Rule>(rule))) != 0)
            rules.emplace_back(engine::name_of(static_cast<engine::Rule>(rule)));
    return rules;
}

std::vector<NotPlaced> not_placed_in(TrialNames& names, LoadedWorld const& loaded, Tried const& tried) {
    static constexpr std::array kReasons{"apart", "not_available", "no_place"};
    engine::Judge const judge(loaded.world);
    std::vector<NotPlaced> not_placed;
    for (auto const& lock : tried.assignment.unplaced_locks) {
        auto named = names.name({loaded.mentors[lock.couple.mentor], loaded.mentees[lock.couple.mentee]});
        if (!named) continue;
        not_placed.push_back({std::move(named->mentor), std::move(named->mentee),
                              kReasons[static_cast<std::size_t>(lock.flaw)],
                              rules_between(judge, loaded.world, lock.couple)});
    }
    return not_placed;
}

TrialDifference difference_from(TrialGround const& ground, Tried const& tried, TrialNames& names,
                                std::optional<base::IdBytes> const& unseen) {
    auto const& loaded = ground.loaded;
    std::vector<PeoplePair> after;
    for (auto const& couple : tried.assignment.couples)
        after.emplace_back(loaded.mentors[couple.mentor], loaded.mentees[couple.mentee]);
    auto const moves = moves_between(ground.run_pairs, std::move(after));
    TrialDifference difference;
    difference.match_run_id = ground.run->id;
    difference.number = ground.run->number;
    difference.before =
        measure(tried.snapshot, with_benefits(loaded.world, found_again(loaded, ground.run_pairs)), unseen);
    difference.pairs_kept = moves.pairs_kept;
    difference.pairs_lost = std::ssize(moves.lost);
    difference.pairs_gained = std::ssize(moves.gained);
    difference.people_moved = moves.people_moved;
    difference.lost = names.name(moves.lost);
    difference.gained = names.name(moves.gained);
    return difference;
}

}  // namespace

base::Result<Trial> make_trial(db::Database& database, access::Viewer const& viewer, crypto::Keys const& keys,
                               ProgrammeId programme, NewTrial const& wanted, base::Instant now) {
    TRY_VOID(check_trial(wanted));
    TRY(ground, database.read([&](db::Tx& tx) { return read_ground(tx, viewer, keys, programme, wanted, now); }));
    TRY(tried, try_out(ground.loaded, ground.wanted));
    auto const unseen = unseen_by(viewer);
    Trial trial;
    trial.objective = ground.wanted.objective;
    trial.priority = ground.wanted.priority;
    trial.mentors = with_free_places(ground.loaded.world.mentors);
    trial.mentees = with_free_places(ground.loaded.world.mentees);
    trial.allowed_pairs = std::ssize(tried.snapshot.candidates);
    trial.quality = measure(tried.snapshot, with_benefits(ground.loaded.world, tried.assignment.couples), unseen);
    return database.read([&](db::Tx& tx) -> base::Result<Trial> {
        TrialNames names(tx, viewer);
        trial.not_placed = not_placed_in(names, ground.loaded, tried);
        if (ground.run) trial.difference = difference_from(ground, tried, names, unseen);
        return std::move(trial);
    });
}

}  // namespace matching
