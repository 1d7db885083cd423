#include "matching/world_store.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "matching/tree_store.hpp"
#include "person/conflict_store.hpp"
#include "platform/zone.hpp"
#include "programme/enrolment.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/programme_store.hpp"
#include "programme/weekly_slots.hpp"
#include "topic/exchange_store.hpp"

namespace matching {

std::optional<engine::Index> LoadedWorld::find(Side side, PersonId person) const {
    auto const& people = side == Side::mentor ? mentors : mentees;
    auto const found = std::find(people.begin(), people.end(), person);
    if (found == people.end()) return std::nullopt;
    return static_cast<engine::Index>(found - people.begin());
}

namespace {

void set_gap(engine::Rules& rules, programme::Settings const& settings) {
    rules.gap_least = settings.level_gap_least;
    rules.gap_most = settings.level_gap_most;
    if (rules.gap_least || rules.gap_most) return;
    if (settings.direction == programme::Direction::reverse) rules.gap_least = 1;
    if (settings.direction == programme::Direction::traditional) rules.gap_most = -1;
}

engine::SiteRule site_rule(programme::SiteRule rule) {
    switch (rule) {
        case programme::SiteRule::any:
            return engine::SiteRule::any;
        case programme::SiteRule::different:
            return engine::SiteRule::different;
        case programme::SiteRule::same:
            break;
    }
    return engine::SiteRule::same;
}

}  // namespace

engine::Rules rules_of(programme::Settings const& settings) {
    engine::Rules rules;
    set_gap(rules, settings);
    rules.other_department = settings.department_rule == programme::DepartmentRule::different;
    rules.site = site_rule(settings.site_rule);
    rules.common_time = settings.needs_common_time;
    rules.common_language = settings.needs_common_language;
    rules.may_swap_sides = settings.direction == programme::Direction::reciprocal;
    rules.weights = {settings.weights.topics, settings.weights.style, settings.weights.distance,
                     settings.weights.times};
    return rules;
}

namespace store {

namespace {

struct EnrolledRow {
    programme::EnrolmentId id;
    PersonId person_id;
    Side side = Side::mentor;
    std::int32_t capacity = 1;
    programme::AgendaStyle agenda_style{};
    programme::TalkingStyle talking_style{};
    programme::ThinkingStyle thinking_style{};
    programme::RhythmStyle rhythm_style{};
    programme::LearningStyle learning_style{};
    programme::RemarksStyle remarks_style{};
    meta::Bytes weekly_slots;
    std::string languages;
    std::string time_zone;
    std::optional<std::int32_t> level;
    std::optional<std::string> department;
    std::optional<std::string> site;
};
BOOST_DESCRIBE_STRUCT(EnrolledRow, (),
                      (id, person_id, side, capacity, agenda_style, talking_style, thinking_style, rhythm_style,
                       learning_style, remarks_style, weekly_slots, languages, time_zone, level, department, site))

struct CoupleRow {
    PersonId mentor_id;
    PersonId mentee_id;
};
BOOST_DESCRIBE_STRUCT(CoupleRow, (), (mentor_id, mentee_id))

struct PartnerRow {
    PersonId mentor_id;
    PersonId mentee_id;
    bool is_live = false;
    bool is_here = false;  // in this programme
};
BOOST_DESCRIBE_STRUCT(PartnerRow, (), (mentor_id, mentee_id, is_live, is_here))

// Words become numbers in their order, so that nothing depends on whose word came first; 0 stays free for *unknown*.
class Numbering {
  public:
    Numbering() = default;
    explicit Numbering(std::vector<std::optional<std::string>> words) {
        std::sort(words.begin(), words.end());
        for (auto const& word : words) number(word);
    }

    engine::Index number(std::optional<std::string> const& word) {
        if (!word || word->empty()) return 0;
        auto const [at, fresh] = numbers_.try_emplace(base::fold(*word), static_cast<engine::Index>(words_.size()));
        if (fresh) words_.push_back(*word);
        return at->second;
    }
    [[nodiscard]] std::vector<std::string> const& words() const { return words_; }

  private:
    std::map<std::string, engine::Index> numbers_;
    std::vector<std::string> words_{""};
};

template <class E>
engine::Style style_of(E answer) {
    return static_cast<engine::Style>((static_cast<int>(answer) + 1) % 3);
}
static_assert(static_cast<int>(programme::AgendaStyle::no_matter) == 2, "style_of turns 0, 1, 2 into 1, 2, 0");

// A half hour of the person's own week, turned to UTC by the offset their zone has now.
engine::Week week_in_utc(meta::Bytes const& bytes, std::string const& time_zone, base::Instant now) {
    auto const own = programme::WeeklySlots::from_bytes(bytes);
    auto const today = base::utc_day(now);
    auto const monday = today - (today.weekday() - 1);
    auto const midnight = zone::to_instant({monday, 0}, time_zone).instant;
    auto const offset = (midnight - base::start_of_utc(monday)) / std::chrono::minutes(programme::kSlotMinutes);
    engine::Week week{};
    for (int slot = 0; slot < programme::kSlotsAWeek; ++slot) {
        if (!own.is_free(slot)) continue;
        auto const moved = static_cast<std::size_t>((slot + offset + programme::kSlotsAWeek) % programme::kSlotsAWeek);
        week[moved / 64] |= std::uint64_t{1} << (moved % 64);
    }
    return week;
}

class WorldLoader {
  public:
    WorldLoader(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ProgrammeId programme,
                base::Instant now)
        : tx_(tx), keys_(keys), organisation_(organisation), programme_(programme), now_(now) {}

    LoadedWorld load(programme::Settings const& settings) {
        loaded_.world.rules = rules_of(settings);
        auto tree = load_tree(tx_, organisation_, programme_);
        loaded_.world.tree = std::move(tree.places);
        places_ = std::move(tree.position);
        load_enrolled();
        load_topics();
        load_partners();
        limit_in_all(settings.total_capacity);
        load_exclusions();
        loaded_.locks =
            load_couples("SELECT mentor_id, mentee_id FROM locks WHERE organisation_id = $1 AND programme_id = $2");
        loaded_.bans =
            load_couples("SELECT mentor_id, mentee_id FROM bans WHERE organisation_id = $1 AND programme_id = $2");
        loaded_.departments = departments_.words();
        loaded_.sites = sites_.words();
        loaded_.topics = topics_;
        return std::move(loaded_);
    }

  private:
    void load_enrolled() {
        auto const rows = tx_.all<EnrolledRow>(
            R"(SELECT e.id, e.person_id, e.side, e.capacity, e.agenda_style, e.talking_style, e.thinking_style,
                      e.rhythm_style, e.learning_style, e.remarks_style, e.weekly_slots, e.languages,
                      p.time_zone, p.level, p.department, p.site
               FROM enrolments e
               JOIN people p ON p.organisation_id = e.organisation_id AND p.id = e.person_id
               LEFT JOIN coolings c ON c.organisation_id = e.organisation_id AND c.programme_id = e.programme_id
                                   AND c.person_id = e.person_id AND c.side = e.side
               WHERE e.organisation_id = $1 AND e.programme_id = $2 AND e.state = 'joined' AND p.is_active
                 AND (c.person_id IS NULL OR c.until_on <= $3)
               ORDER BY e.id)",
            organisation_, programme_, base::utc_day(now_));
        departments_ = numbering_of(rows, &EnrolledRow::department);
        sites_ = numbering_of(rows, &EnrolledRow::site);
        for (auto const& row : rows) add_profile(row);
    }
    static Numbering numbering_of(std::vector<EnrolledRow> const& rows,
                                  std::optional<std::string> EnrolledRow::*column) {
        std::vector<std::optional<std::string>> words;
        words.reserve(rows.size());
        for (auto const& row : rows) words.push_back(row.*column);
        return Numbering(std::move(words));
    }

    void add_profile(EnrolledRow const& row) {
        auto& side = row.side == Side::mentor ? loaded_.world.mentors : loaded_.world.mentees;
        auto& people = row.side == Side::mentor ? loaded_.mentors : loaded_.mentees;
        enrolled_[row.id] = {row.side, side.size()};
        people.push_back(row.person_id);
        engine::Profile profile;
        profile.person = row.person_id.bytes;
        profile.free_places = row.capacity;
        profile.level = row.level;
        profile.department = departments_.number(row.department);
        profile.site = sites_.number(row.site);
        profile.week = week_in_utc(row.weekly_slots, row.time_zone, now_);
        profile.languages = language_bits(row.languages);
        profile.styles = {style_of(row.agenda_style), style_of(row.talking_style),  style_of(row.thinking_style),
                          style_of(row.rhythm_style), style_of(row.learning_style), style_of(row.remarks_style)};
        profile.place = places_.at(row.person_id);
        side.push_back(std::move(profile));
    }

    std::uint64_t language_bits(std::string const& languages) {
        static constexpr std::size_t kMostLanguages = 64;
        std::uint64_t bits = 0;
        for (auto const& language : base::split(languages, ',')) {
            if (language.empty()) continue;
            auto const [at, fresh] = languages_.try_emplace(language, languages_.size());
            if (at->second < kMostLanguages) bits |= std::uint64_t{1} << at->second;
        }
        return bits;
    }

    // In the order of their keys, not of people: what stands equal in a plan must not depend on who named it first. A
    // topic's family is the letter it begins with.
    void number_topics(std::vector<topic::EnrolmentTopics> const& all) {
        for (auto const& each : all) {
            if (enrolled(each.enrolment) == nullptr) continue;
            for (auto const& offer : each.topics.offers) topic_numbers_[offer.topic];
            for (auto const& want : each.topics.wants) topic_numbers_[want.topic];
            for (auto const& own : each.topics.private_topics) topic_numbers_[own.topic];
        }
        for (auto& [key, number] : topic_numbers_) {
            number = static_cast<engine::Topic>(topics_.size());
            topics_.push_back(key);
            loaded_.world.family_of.push_back(static_cast<std::uint16_t>(static_cast<unsigned char>(key.front())));
        }
    }
    [[nodiscard]] engine::Topic number_of_topic(std::string const& key) const { return topic_numbers_.at(key); }

    engine::Profile* enrolled(programme::EnrolmentId id) {
        auto const found = enrolled_.find(id);
        if (found == enrolled_.end()) return nullptr;
        auto& side = found->second.first == Side::mentor ? loaded_.world.mentors : loaded_.world.mentees;
        return &side[found->second.second];
    }

    void load_topics() {
        auto const all = topic::store::load_all_topics(tx_, organisation_, programme_, keys_);
        number_topics(all);
        for (auto const& each : all)
            if (auto* profile = enrolled(each.enrolment)) add_topics(*profile, each.topics);
        // A whole family stands for every topic of it that anybody named.
        for (auto const& each : all)
            if (auto* profile = enrolled(each.enrolment))
                for (auto const& subject : each.will_not_discuss) leave_out(*profile, subject);
    }

    void add_topics(engine::Profile& profile, topic::Topics const& topics) {
        for (auto const& offer : topics.offers)
            profile.offers.push_back({number_of_topic(offer.topic), offer.strength, true});
        for (auto const& want : topics.wants)
            profile.wants.push_back({number_of_topic(want.topic), want.priority, true});
        for (auto const& own : topics.private_topics)
            if (own.way == topic::Way::bring)
                profile.offers.push_back({number_of_topic(own.topic), own.weight, own.may_be_named_on_my_card});
            else
                profile.wants.push_back({number_of_topic(own.topic), own.weight, own.may_be_named_on_my_card});
    }

    void leave_out(engine::Profile& profile, std::string const& subject) {
        for (std::size_t t = 0; t < topics_.size(); ++t)
            if (topics_[t] == subject || (subject.size() == 1 && topics_[t].front() == subject.front()))
                profile.will_not_discuss.push_back(static_cast<engine::Topic>(t));
    }

    template <class F>
    void for_each_profile_of(PersonId person, F what) {
        if (auto const mentor = loaded_.find(Side::mentor, person)) what(loaded_.world.mentors[*mentor], Side::mentor);
        if (auto const mentee = loaded_.find(Side::mentee, person)) what(loaded_.world.mentees[*mentee], Side::mentee);
    }

    void load_partners() {
        auto const rows = tx_.all<PartnerRow>(
            R"(SELECT a.person_id AS mentor_id, b.person_id AS mentee_id,
                      CASE WHEN p.last_on IS NULL THEN TRUE ELSE FALSE END AS is_live,
                      CASE WHEN p.programme_id = $2 THEN TRUE ELSE FALSE END AS is_here
               FROM partners p
               JOIN partner_people a ON a.organisation_id = p.organisation_id AND a.partner_id = p.id
                                    AND a.side = 'mentor'
               JOIN partner_people b ON b.organisation_id = p.organisation_id AND b.partner_id = p.id
                                    AND b.side = 'mentee'
               WHERE p.organisation_id = $1
               ORDER BY p.id)",
            organisation_, programme_);
        for (auto const& row : rows) {
            if (row.is_live && row.is_here)
                for (auto const& person : {row.mentor_id, row.mentee_id}) ++live_here_[person.bytes];
            add_partner(row, row.mentor_id, row.mentee_id, Side::mentor);
            add_partner(row, row.mentee_id, row.mentor_id, Side::mentee);
        }
    }

    // Rules 13: one active pair on each side and two in all, unless the programme says otherwise.
    void limit_in_all(std::int32_t total_capacity) {
        for (auto* side : {&loaded_.world.mentors, &loaded_.world.mentees})
            for (auto& profile : *side) profile.free_in_all = std::max(0, total_capacity - live_here_[profile.person]);
    }

    void add_partner(PartnerRow const& row, PersonId person, PersonId partner, Side as) {
        for_each_profile_of(person, [&](engine::Profile& profile, Side side) {
            (row.is_live ? profile.partners_now : profile.earlier_partners).push_back(partner.bytes);
            if (!row.is_live || !row.is_here || side != as) return;
            ++profile.live_partners;
            profile.free_places = std::max(0, profile.free_places - 1);
        });
    }

    void load_exclusions() {
        for (auto const& row : programme::store::load_exclusions(tx_, organisation_, programme_))
            for_each_profile_of(row.person_id, [&](engine::Profile& profile, Side) {
                profile.not_with.push_back(row.excluded_id.bytes);
            });
        // Held by HR, and in no way told from the above (rules 7).
        for (auto const& pair : person::store::load_conflicts(tx_, organisation_))
            for_each_profile_of(
                pair.one_id, [&](engine::Profile& profile, Side) { profile.not_with.push_back(pair.other_id.bytes); });
    }

    std::vector<engine::Couple> load_couples(std::string const& sql) {
        std::vector<engine::Couple> couples;
        for (auto const& row : tx_.all<CoupleRow>(sql, organisation_, programme_)) {
            auto const mentor = loaded_.find(Side::mentor, row.mentor_id);
            auto const mentee = loaded_.find(Side::mentee, row.mentee_id);
            if (mentor && mentee) couples.push_back({*mentor, *mentee});
        }
        return couples;
    }

    db::Tx& tx_;
    crypto::Keys const& keys_;
    OrganisationId organisation_;
    ProgrammeId programme_;
    base::Instant now_;
    LoadedWorld loaded_;
    std::map<PersonId, engine::Index> places_;
    std::map<programme::EnrolmentId, std::pair<Side, std::size_t>> enrolled_;
    std::map<std::string, engine::Topic> topic_numbers_;
    std::vector<std::string> topics_;
    std::map<std::string, std::size_t> languages_;
    std::map<base::IdBytes, std::int32_t> live_here_;
    Numbering departments_;
    Numbering sites_;
};

}  // namespace

std::optional<LoadedWorld> load_world(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                      ProgrammeId programme, base::Instant now) {
    auto const found = programme::store::find_programme(tx, organisation, programme);
    if (!found) return std::nullopt;
    return WorldLoader(tx, keys, organisation, programme, now).load(*found);
}

}  // namespace store
}  // namespace matching
