#include "matching/remedy_actions.hpp"

#include <algorithm>

#include "matching/engine/world_remedies.hpp"
#include "matching/match_run_store.hpp"
#include "matching/run_today.hpp"

namespace matching {

namespace {

engine::Side engine_side(Side side) {
    return side == Side::mentor ? engine::Side::mentor : engine::Side::mentee;
}

std::optional<engine::Seeker> seeker_of(LoadedWorld const& loaded, RemediesQuery const& asked) {
    for (auto const side : {Side::mentor, Side::mentee})
        if (asked.side.value_or(side) == side)
            if (auto const position = loaded.find(side, asked.person_id))
                return engine::Seeker{engine_side(side), *position};
    return std::nullopt;
}

class RemedyTeller {
  public:
    RemedyTeller(db::Tx& tx, access::Viewer const& viewer, LoadedWorld const& loaded, engine::Seeker seeker)
        : tx_(tx), viewer_(viewer), loaded_(loaded), seeker_(seeker) {}

    std::vector<RemedyShown> tell(std::vector<engine::WorldRemedy> const& found) {
        for (auto const& each : found) add(each);
        for (auto& each : told_)
            if (each.kind == RemedyKind::place_with_any) each.department = department_of_all(each.people);
        return std::move(told_);
    }

  private:
    void add(engine::WorldRemedy const& found) {
        auto const people = people_of(found.remedy);
        if (std::any_of(people.begin(), people.end(), [&](PersonId id) { return viewer_.is(id); })) return;
        RemedyShown remedy;
        remedy.kind = kind_of(found.remedy);
        remedy.number = found.remedy.number;
        for (auto const id : people) {
            auto person = store::find_person_shown(tx_, viewer_.organisation, id);
            if (!person) return;  // removed since the people were read
            remedy.people.push_back(std::move(*person));
        }
        if (found.remedy.rule) remedy.rule = engine::name_of(*found.remedy.rule);
        if (found.remedy.rule == engine::Rule::level_gap) {
            remedy.gap_least = found.looser->rules.gap_least;
            remedy.gap_most = found.looser->rules.gap_most;
        }
        join(std::move(remedy));
    }

    // Several people of whom one would do are one remedy.
    void join(RemedyShown remedy) {
        auto const is_same = [&](RemedyShown const& told) {
            return told.kind == RemedyKind::place_with_any && remedy.kind == told.kind;
        };
        auto const same = std::find_if(told_.begin(), told_.end(), is_same);
        if (same == told_.end())
            told_.push_back(std::move(remedy));
        else
            same->people.push_back(std::move(remedy.people.front()));
    }

    static RemedyKind kind_of(engine::Remedy const& remedy) {
        switch (remedy.code) {
            case engine::RemedyCode::more_places:
                return remedy.people.size() == 1 && remedy.number == 1 ? RemedyKind::place_with_any
                                                                       : RemedyKind::places_with_each;
            case engine::RemedyCode::no_longer_apart:
                return RemedyKind::no_longer_apart;
            case engine::RemedyCode::no_longer_together:
                return RemedyKind::no_longer_together;
            case engine::RemedyCode::looser_rule:
                break;
        }
        return RemedyKind::looser_rule;
    }

    [[nodiscard]] std::vector<PersonId> people_of(engine::Remedy const& remedy) const {
        if (remedy.code == engine::RemedyCode::no_longer_together)
            return {loaded_.mentors[remedy.couple->mentor], loaded_.mentees[remedy.couple->mentee]};
        auto const& others = seeker_.side == engine::Side::mentor ? loaded_.mentees : loaded_.mentors;
        std::vector<PersonId> people;
        for (auto const position : remedy.people) people.push_back(others[position]);
        return people;
    }

    static std::optional<std::string> department_of_all(std::vector<PersonShown> const& people) {
        auto const& department = people.front().department;
        auto const is_theirs = [&](PersonShown const& one) { return one.department == department; };
        if (people.size() < 2 || !std::all_of(people.begin(), people.end(), is_theirs)) return std::nullopt;
        return department;
    }

    db::Tx& tx_;
    access::Viewer const& viewer_;
    LoadedWorld const& loaded_;
    engine::Seeker seeker_;
    std::vector<RemedyShown> told_;
};

std::optional<LeftoverShown> reason_of(RunToday const& today, engine::Seeker seeker) {
    auto const leftovers = explain_leftovers(today.loaded.world, today.candidates, today.assignment, today.loaded.bans);
    for (auto const& each : seeker.side == engine::Side::mentor ? leftovers.mentors : leftovers.mentees)
        if (each.position == seeker.position) return shown(each, today.loaded.departments);
    return std::nullopt;
}

struct RemedyGround {
    MatchRun run;
    LoadedWorld loaded;
    engine::Seeker seeker;
    PersonShown person;
};

base::Result<RemedyGround> read_remedy_ground(db::Tx& tx, access::Viewer const& viewer, crypto::Keys const& keys,
                                              MatchRunId id, RemediesQuery const& asked, base::Instant now) {
    auto run = store::find_coordinated_run(tx, viewer, id);
    if (!run) return match_run_not_found();
    auto loaded = store::load_world(tx, keys, viewer.organisation, run->programme_id, now).value();
    auto const seeker = seeker_of(loaded, asked);
    if (!seeker || viewer.is(asked.person_id)) return base::not_found("person");
    keep_those_of_run(tx, viewer.organisation, *run, loaded);
    auto person = store::find_person_shown(tx, viewer.organisation, asked.person_id).value();
    return RemedyGround{std::move(*run), std::move(loaded), *seeker, std::move(person)};
}

}  // namespace

base::Result<Remedies> seek_remedies(db::Database& database, access::Viewer const& viewer, crypto::Keys const& keys,
                                     MatchRunId run, RemediesQuery const& asked, base::Instant now) {
    TRY(ground, database.read([&](db::Tx& tx) { return read_remedy_ground(tx, viewer, keys, run, asked, now); }));
    TRY(today, run_today(ground.run, std::move(ground.loaded)));
    Remedies answer;
    answer.person = std::move(ground.person);
    answer.side = ground.seeker.side == engine::Side::mentor ? Side::mentor : Side::mentee;
    answer.reason = reason_of(today, ground.seeker);
    answer.has_partner = !answer.reason;
    if (answer.has_partner) return answer;
    TRY(found, find_world_remedies(today.loaded.world, today.snapshot, ground.seeker));
    answer.items =
        database.read([&](db::Tx& tx) { return RemedyTeller(tx, viewer, today.loaded, ground.seeker).tell(found); });
    return answer;
}

}  // namespace matching
