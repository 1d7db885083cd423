#include "matching/match_preview.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/text.hpp"
#include "matching/engine/certificate.hpp"

namespace matching {

namespace {

using programme::Direction;
using programme::Side;

// Words as numbers; a topic's family is the letter of a catalogue key ("C4"), any other word is a family of its own.
class PreviewWords {
  public:
    engine::Index number(std::string const& word) {
        auto const [at, fresh] = numbers_.try_emplace(base::fold(word), static_cast<engine::Index>(words_.size()));
        if (fresh) words_.push_back(base::trim(word));
        return at->second;
    }
    [[nodiscard]] std::vector<std::string> const& words() const { return words_; }

  private:
    std::map<std::string, engine::Index> numbers_;
    std::vector<std::string> words_;
};

bool is_catalogue_key(std::string const& word) {
    return word.size() >= 2 && word.size() <= 3 && word[0] >= 'A' && word[0] <= 'J' &&
           std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class PreviewMaker {
  public:
    explicit PreviewMaker(PreviewInput const& input) : input_(input) {
        departments_.number("");
        sites_.number("");
    }

    base::Result<Preview> make() {
        TRY_VOID(read_names());
        build_tree();
        set_rules();
        split_sides();
        number_families();
        auto const candidates = find_candidates(world_);
        auto const snapshot = make_snapshot(world_, candidates);
        TRY(assignment, engine::assign(snapshot));
        preview_.certificate = engine::to_text(certify(snapshot, assignment).flaw);
        preview_.rules = shown(candidates);
        show_pairs(assignment);
        show_leftovers(explain_leftovers(world_, candidates, assignment));
        find_missing_topics();
        return std::move(preview_);
    }

  private:
    base::Result<bool> read_names() {
        std::vector<base::FieldError> errors;
        for (std::size_t i = 0; i < input_.rows.size(); ++i)
            if (!row_of_name_.emplace(base::fold(input_.rows[i].name), i).second)
                errors.push_back({"/rows/" + std::to_string(i) + "/name", "twice", {}});
        if (!errors.empty()) return base::invalid(std::move(errors));
        return true;
    }

    // A manager without a row stands in the tree as a place of their own, so that two people under them are found.
    void build_tree() {
        world_.tree.resize(input_.rows.size());
        std::map<std::string, engine::Index> missing;
        for (std::size_t i = 0; i < input_.rows.size(); ++i) {
            auto const manager = base::fold(input_.rows[i].manager.value_or(""));
            if (manager.empty()) continue;
            if (auto const found = row_of_name_.find(manager); found != row_of_name_.end()) {
                if (found->second != i) world_.tree[i].manager = static_cast<engine::Index>(found->second);
                continue;
            }
            auto const [at, fresh] = missing.try_emplace(manager, static_cast<engine::Index>(world_.tree.size()));
            if (fresh) {
                world_.tree.emplace_back();
                preview_.missing_managers.push_back(base::trim(*input_.rows[i].manager));
            }
            world_.tree[i].manager = at->second;
        }
        mark_those_above_most();
    }

    void mark_those_above_most() {
        engine::ReportingTree const tree(world_.tree);
        for (engine::Index top = 0; top < world_.tree.size(); ++top) {
            std::size_t under = 0;
            for (engine::Index i = 0; i < world_.tree.size(); ++i)
                if (tree.steps_up(i, top)) ++under;
            world_.tree[top].is_above_more_than_half = 2 * under > world_.tree.size();
        }
    }

    void set_rules() {
        auto const has_level = [](PreviewRow const& row) { return row.level.has_value(); };
        auto const has_topics = [](PreviewRow const& row) { return !row.brings.empty() || !row.wants.empty(); };
        auto const direction = input_.direction.value_or(Direction::reverse);
        if (std::any_of(input_.rows.begin(), input_.rows.end(), has_level)) {
            if (direction == Direction::reverse) world_.rules.gap_least = 1;
            if (direction == Direction::traditional) world_.rules.gap_most = -1;
        }
        world_.rules.may_swap_sides = direction == Direction::reciprocal;
        world_.rules.both_must_gain = std::any_of(input_.rows.begin(), input_.rows.end(), has_topics);
        if (!world_.rules.both_must_gain) world_.rules.least_benefit = 0;
        preview_.leaves_topics_out = !world_.rules.both_must_gain;
    }

    // Where nobody's side is said: by level, the lower half brings the topic (the higher, in a traditional one).
    void split_sides() {
        auto const is_said = [](PreviewRow const& row) { return row.side.has_value(); };
        auto const said = std::any_of(input_.rows.begin(), input_.rows.end(), is_said);
        std::vector<std::size_t> order(input_.rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        auto const traditional = input_.direction == Direction::traditional;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            auto const x = input_.rows[a].level.value_or(0);
            auto const y = input_.rows[b].level.value_or(0);
            return traditional ? x > y : x < y;
        });
        for (std::size_t k = 0; k < order.size(); ++k) {
            auto const by_level = k < order.size() / 2 ? Side::mentor : Side::mentee;
            auto const& row = input_.rows[order[k]];
            if (said && !row.side) continue;
            add_row(order[k], said ? *row.side : by_level);
        }
    }

    void add_row(std::size_t index, Side side) {
        auto const& row = input_.rows[index];
        engine::Profile profile;
        profile.person[14] = static_cast<std::uint8_t>(index >> 8U);
        profile.person[15] = static_cast<std::uint8_t>(index);
        profile.level = row.level;
        profile.department = departments_.number(row.department.value_or(""));
        profile.site = sites_.number(row.site.value_or(""));
        profile.place = static_cast<engine::Index>(index);
        for (auto const& word : row.brings) profile.offers.push_back({topic(word), 2, true});
        std::int32_t priority = 1;
        for (auto const& word : row.wants) profile.wants.push_back({topic(word), std::min(3, priority++), true});
        (side == Side::mentor ? world_.mentors : world_.mentees).push_back(std::move(profile));
        (side == Side::mentor ? preview_.mentors : preview_.mentees).push_back(static_cast<std::int32_t>(index));
    }

    engine::Topic topic(std::string const& word) { return static_cast<engine::Topic>(topics_.number(word)); }

    void number_families() {
        static constexpr std::uint16_t kOwnFamilies = 256;
        for (std::size_t t = 0; t < topics_.words().size(); ++t) {
            auto const& word = topics_.words()[t];
            world_.family_of.push_back(is_catalogue_key(word) ? static_cast<std::uint16_t>(word.front())
                                                              : static_cast<std::uint16_t>(kOwnFamilies + t));
        }
    }

    void show_pairs(engine::Assignment const& assignment) {
        engine::ReportingTree const tree(world_.tree);
        for (auto const& couple : assignment.couples) {
            auto const& mentor = world_.mentors[couple.mentor];
            auto const& mentee = world_.mentees[couple.mentee];
            auto const why = explain(world_, tree, mentor, mentee);
            preview_.pairs.push_back({preview_.mentors[couple.mentor], preview_.mentees[couple.mentee],
                                      engine::name_of(why.fit), shown(why, topics_.words())});
            if (mentor.department != mentee.department) ++preview_.pairs_across_departments;
        }
    }

    void show_leftovers(engine::Leftovers const& leftovers) {
        auto const show = [&](std::vector<engine::Leftover> const& side, std::vector<std::int32_t> const& rows) {
            for (auto const& leftover : side)
                preview_.without_partner.push_back({rows[leftover.position], shown(leftover, departments_.words())});
        };
        show(leftovers.mentors, preview_.mentors);
        show(leftovers.mentees, preview_.mentees);
    }

    void find_missing_topics() {
        std::map<engine::Topic, std::int64_t> wanted;
        std::vector<bool> is_brought(topics_.words().size(), false);
        for (auto const* side : {&world_.mentors, &world_.mentees})
            for (auto const& profile : *side) {
                for (auto const& offer : profile.offers) is_brought[offer.topic] = true;
                for (auto const& want : profile.wants) ++wanted[want.topic];
            }
        for (auto const& [missing, people] : wanted)
            if (!is_brought[missing]) preview_.missing_topics.push_back({topics_.words()[missing], people});
        std::stable_sort(preview_.missing_topics.begin(), preview_.missing_topics.end(),
                         [](auto const& a, auto const& b) { return a.wanted_by > b.wanted_by; });
    }

    PreviewInput const& input_;
    engine::World world_;
    Preview preview_;
    std::map<std::string, std::size_t> row_of_name_;
    PreviewWords departments_;
    PreviewWords sites_;
    PreviewWords topics_;
};

}  // namespace

base::Result<Preview> make_preview(PreviewInput const& input) {
    return PreviewMaker(input).make();
}

}  // namespace matching
