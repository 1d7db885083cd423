#include "preparation/preparation_actions.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/version.hpp"
#include "preparation/preparation_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/setting_actions.hpp"

namespace preparation {
namespace {

// What a planned module says, whosever it is.
struct Words {
    std::string title;
    std::int32_t minutes = 0;
    Module const* of_house = nullptr;
    OwnModule const* own = nullptr;
};

Words words_of(Plan const& plan, std::string const& module, std::string_view language) {
    if (auto const* of_house = find_module(language, module)) return {of_house->title, of_house->minutes, of_house};
    auto const own = std::ranges::find(plan.own, module, [](OwnModule const& one) { return one.id.text(); });
    if (own == plan.own.end()) return {};
    return {own->title, minutes_of(own->text), nullptr, &*own};
}

ModuleBrief brief_of(Module const& module) {
    return {module.key, module.title, module.reader, false, std::nullopt, module.minutes, module.your_turn, false};
}

ModuleBrief brief_of(Plan const& plan, PlannedModule const& planned, store::Done const& done,
                     std::string_view language) {
    auto const words = words_of(plan, planned.module, language);
    ModuleBrief brief;
    brief.key = planned.module;
    brief.title = words.title;
    brief.reader = planned.reader;
    brief.is_core = planned.is_core;
    brief.minutes = words.minutes;
    brief.is_done = done.contains(planned.module);
    if (words.of_house) {
        brief.your_turn = words.of_house->your_turn;
        if (!planned.is_core) brief.before = words.of_house->before;
    }
    return brief;
}

std::vector<TickedSentence> sentences_for(Side side, std::vector<TickedInput> const& ticks, std::string_view language) {
    std::vector<TickedSentence> sentences;
    for (auto const& sentence : sentences_of(side, language)) {
        auto const ticked = std::ranges::find(ticks, sentence.key, &TickedInput::key);
        sentences.push_back(
            {sentence.key, sentence.text, ticked == ticks.end() ? std::nullopt : std::optional(ticked->is_true)});
    }
    return sentences;
}

SidePreparation side_for(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer,
                         programme::OwnEnrolment const& enrolment) {
    auto const plan = store::plan_of(tx, viewer.organisation, enrolment.programme_id);
    auto const done = store::done_of(tx, viewer.organisation, enrolment.programme_id, *viewer.person);
    SidePreparation side;
    side.enrolment_id = enrolment.id;
    side.programme_id = enrolment.programme_id;
    side.programme = enrolment.programme;
    side.side = enrolment.side;
    for (auto const& planned : plan.modules)
        if (is_for(planned.reader, enrolment.side))
            side.modules.push_back(brief_of(plan, planned, done, viewer.language));
    for (auto const& module : side.modules)
        if (module.is_core && !module.is_done) side.minutes_left += module.minutes;
    side.is_prepared = side.minutes_left == 0;
    side.sentences =
        sentences_for(enrolment.side, store::ticks_of(tx, keys, viewer.organisation, enrolment.id), viewer.language);
    side.rating = store::rating_of(tx, keys, viewer.organisation, enrolment.id);
    return side;
}

base::Result<programme::OwnEnrolment> find_own(db::Tx& tx, Viewer const& viewer, EnrolmentId id) {
    auto const all = programme::store::list_own_enrolments(tx, viewer);
    auto const found = std::ranges::find(all, id, &programme::OwnEnrolment::id);
    if (found == all.end()) return base::not_found("enrolment");
    return *found;
}

bool reads(db::Tx& tx, Viewer const& viewer, Reader reader) {
    switch (reader) {
        case Reader::supervisor:
            return store::leads_somebody(tx, viewer);
        case Reader::sponsor:
            return std::ranges::any_of(viewer.grants,
                                       [](access::Grant const& one) { return one.role == access::Role::sponsor; }) ||
                   store::is_asked_to_sponsor(tx, viewer);
        case Reader::coordinator:
            return std::ranges::any_of(viewer.grants,
                                       [](access::Grant const& one) { return one.role == access::Role::coordinator; });
        case Reader::confidential_contact:
            return std::ranges::any_of(
                viewer.grants, [](access::Grant const& one) { return one.role == access::Role::confidential_contact; });
        case Reader::mentor:
        case Reader::mentee:
        case Reader::both:
            break;
    }
    return false;
}

PlannedAnswer planned_answer(Plan const& plan, PlannedModule const& planned, std::string_view language) {
    auto const words = words_of(plan, planned.module, language);
    PlannedAnswer answer;
    answer.key = planned.module;
    answer.reader = planned.reader;
    answer.is_core = planned.is_core;
    answer.title = words.title;
    answer.minutes = words.minutes;
    answer.is_own = words.own != nullptr;
    answer.is_in_every_plan = words.of_house && is_in_every_plan(*words.of_house);
    if (words.own) answer.text = words.own->text;
    return answer;
}

base::Result<OwnModule> own_module(ModuleWanted const& wanted, OwnModuleId id, std::string const& pointer) {
    if (!wanted.reader) return base::invalid(pointer + "/reader", "required");
    if (base::trim(wanted.title.value_or("")).empty()) return base::invalid(pointer + "/title", "required");
    if (base::trim(wanted.text.value_or("")).empty()) return base::invalid(pointer + "/text", "required");
    return OwnModule{id, base::squeeze(*wanted.title), base::trim(*wanted.text)};
}

// `before`: whose own modules may be kept by their ids.
base::Result<Plan> plan_from(db::Tx& tx, Plan const& before, PlanWanted const& wanted) {
    Plan plan;
    plan.version = before.version + 1;
    for (std::size_t position = 0; position < wanted.modules.size(); ++position) {
        auto const& one = wanted.modules[position];
        auto const pointer = "/modules/" + std::to_string(position);
        if (one.key && find_module("en", *one.key)) {
            plan.modules.push_back({*one.key, Reader::both, one.is_core});
            continue;
        }
        auto const kept = std::ranges::find_if(
            before.own, [&](OwnModule const& own) { return one.key && own.id.text() == *one.key; });
        if (one.key && kept == before.own.end()) return base::invalid(pointer + "/key", "unknown");
        TRY(own, own_module(one, one.key ? kept->id : tx.make_id<OwnModuleId>(), pointer));
        plan.modules.push_back({own.id.text(), *one.reader, one.is_core});
        plan.own.push_back(std::move(own));
    }
    return checked(std::move(plan));
}

}  // namespace

bool is_prepared(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person, Side side) {
    auto const plan = store::plan_of(tx, organisation, programme);
    return missing_of(plan, side, store::done_of(tx, organisation, programme, person)).empty();
}

MyPreparation preparation_of(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer) {
    MyPreparation mine;
    for (auto const& enrolment : programme::store::list_own_enrolments(tx, viewer))
        if (enrolment.programme_state != programme::State::closed)
            mine.sides.push_back(side_for(tx, keys, viewer, enrolment));
    for (auto const& module : modules_in(viewer.language))
        if (reads(tx, viewer, module.reader)) mine.of_roles.push_back(brief_of(module));
    return mine;
}

base::Result<ModuleAnswer> read_any_module(Viewer const& viewer, std::string_view key) {
    auto const* module = find_module(viewer.language, key);
    if (!module) return base::not_found("module");
    ModuleAnswer answer;
    answer.key = module->key;
    answer.title = module->title;
    answer.reader = module->reader;
    answer.minutes = module->minutes;
    answer.text = module->text;
    answer.exercise = module->exercise;
    return answer;
}

base::Result<Reading> find_reading(db::Tx& tx, Viewer const& viewer, EnrolmentId id, std::string_view key) {
    auto const enrolment = programme::store::find_own_enrolment(tx, viewer, id);
    if (!enrolment || programme::has_left(enrolment->state)) return base::not_found("enrolment");
    auto const plan = store::plan_of(tx, viewer.organisation, enrolment->programme_id);
    auto const planned = std::ranges::find(plan.modules, key, &PlannedModule::module);
    if (planned == plan.modules.end() || !is_for(planned->reader, enrolment->side)) return base::not_found("module");
    return Reading{*enrolment, planned->module};
}

ModuleAnswer module_for(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, Reading const& reading) {
    auto const plan = store::plan_of(tx, viewer.organisation, reading.enrolment.programme_id);
    auto const& planned = *std::ranges::find(plan.modules, reading.key, &PlannedModule::module);
    auto const words = words_of(plan, reading.key, viewer.language);
    ModuleAnswer answer;
    answer.key = reading.key;
    answer.title = words.title;
    answer.reader = planned.reader;
    answer.is_core = planned.is_core;
    answer.minutes = words.minutes;
    if (words.of_house) {
        answer.text = words.of_house->text;
        answer.exercise = words.of_house->exercise;
    } else if (words.own) {
        answer.text = words.own->text;
    }
    answer.your_turn = store::find_turn(tx, keys, viewer.organisation, reading.enrolment.id, reading.key);
    answer.is_done =
        store::done_of(tx, viewer.organisation, reading.enrolment.programme_id, *viewer.person).contains(reading.key);
    return answer;
}

base::Result<bool> finish_module(db::Tx& tx, Viewer const& viewer, Reading const& reading, base::Instant now) {
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, reading.enrolment.programme_id));
    store::save_done(tx, viewer.organisation, reading.enrolment.id, reading.key, base::utc_day(now));
    audit::record_private(tx, viewer.organisation, kModuleDone, now);
    return true;
}

base::Result<bool> write_turn(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, Reading const& reading,
                              std::string const& text, base::Instant now) {
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, reading.enrolment.programme_id));
    store::save_turn(tx, keys, viewer.organisation, reading.enrolment.id, reading.key, text);
    audit::record_private(tx, viewer.organisation, kTurnWritten, now);
    return true;
}

base::Result<SidePreparation> tick_sentences(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer,
                                             EnrolmentId enrolment, TicksGiven const& given, base::Instant now) {
    TRY(own, find_own(tx, viewer, enrolment));
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, own.programme_id));
    auto const& sentences = sentences_of(own.side, viewer.language);
    for (std::size_t position = 0; position < given.sentences.size(); ++position) {
        auto const& key = given.sentences[position].key;
        auto const pointer = "/sentences/" + std::to_string(position) + "/key";
        if (std::ranges::find(sentences, key, &Sentence::key) == sentences.end())
            return base::invalid(pointer, "unknown");
        auto const first = std::ranges::find(given.sentences, key, &TickedInput::key) - given.sentences.begin();
        if (first != static_cast<std::ptrdiff_t>(position)) return base::invalid(pointer, "twice");
    }
    store::save_ticks(tx, keys, viewer.organisation, enrolment, given.sentences);
    audit::record_private(tx, viewer.organisation, kSentencesTicked, now);
    return side_for(tx, keys, viewer, own);
}

base::Result<SidePreparation> rate_preparation(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer,
                                               EnrolmentId enrolment, std::int32_t rating, base::Instant now) {
    TRY(own, find_own(tx, viewer, enrolment));
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, own.programme_id));
    store::save_rating(tx, keys, viewer.organisation, enrolment, rating);
    auto const shown = store::find_quality(tx, viewer.organisation, own.programme_id);
    auto const next = quality_after(shown, store::ratings_of(tx, keys, viewer.organisation, own.programme_id));
    if (next && next != shown) store::save_quality(tx, viewer.organisation, own.programme_id, *next);
    audit::record_private(tx, viewer.organisation, kRated, now);
    return side_for(tx, keys, viewer, own);
}

PlanAnswer plan_for_coordinator(db::Tx& tx, Viewer const& viewer, ProgrammeId programme) {
    auto const plan = store::plan_of(tx, viewer.organisation, programme);
    PlanAnswer answer;
    answer.version = plan.version;
    for (auto const& planned : plan.modules) answer.modules.push_back(planned_answer(plan, planned, viewer.language));
    for (auto const& module : modules_in(viewer.language))
        if (is_of_a_side(module.reader) &&
            std::ranges::find(plan.modules, module.key, &PlannedModule::module) == plan.modules.end())
            answer.left_out.push_back(planned_answer(plan, {module.key, module.reader, false}, viewer.language));
    answer.quality = store::find_quality(tx, viewer.organisation, programme);
    return answer;
}

base::Result<PlanAnswer> save_plan(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, PlanWanted const& wanted,
                                   base::Instant now) {
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, programme));
    auto const before = store::plan_of(tx, viewer.organisation, programme);
    TRY_VOID(base::check_version("preparation", wanted.version, before.version));
    TRY(plan, plan_from(tx, before, wanted));
    auto const value = [](Plan const& of) { return std::array{programme::value_of("preparation", of.modules)}; };
    TRY_VOID(programme::log_changes(tx, viewer, programme, value(before), value(plan), now));
    store::save_plan(tx, viewer.organisation, programme, plan);
    audit::record(tx, viewer, kPlanChanged, base::any(programme), audit::Facts().number("version", plan.version), now);
    return plan_for_coordinator(tx, viewer, programme);
}

}  // namespace preparation
