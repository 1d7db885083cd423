#include "matching/comparison_store.hpp"

#include "base/text.hpp"

namespace matching::store {

namespace {

struct ComparedRow {
    PersonShown mentor;
    PersonShown mentee;
    std::string fit;
};
BOOST_DESCRIBE_STRUCT(ComparedRow, (), (mentor, mentee, fit))

// Somebody on both sides has a row on each.
struct ComparedTie {
    PersonId id;
    Side side = Side::mentor;

    auto operator<=>(ComparedTie const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ComparedTie, (), (id, side))

// No statement sorts them: what has changed is a rule's word (comparison.hpp).
constexpr std::array kComparisonSortings{
    page::Sorting{ComparisonSort::name, "name"},
    page::Sorting{ComparisonSort::change, "change", page::Compared::as_number},
};

std::vector<ComparedRow> load_compared(db::Tx& tx, OrganisationId organisation, MatchRunId run) {
    return tx.all<ComparedRow>(R"(
        SELECT a.id AS mentor_id, a.name AS mentor_name, a.department AS mentor_department,
               a.job_title AS mentor_job_title, b.id AS mentee_id, b.name AS mentee_name,
               b.department AS mentee_department, b.job_title AS mentee_job_title, m.fit
        FROM match_run_pairs m
        JOIN people a ON a.organisation_id = m.organisation_id AND a.id = m.mentor_id
        JOIN people b ON b.organisation_id = m.organisation_id AND b.id = m.mentee_id
        WHERE m.organisation_id = $1 AND m.match_run_id = $2 AND NOT m.is_filled_up ORDER BY m.position)",
                               organisation, run);
}

std::vector<ComparedCouple> couples_of(std::vector<ComparedRow> const& rows) {
    std::vector<ComparedCouple> couples;
    for (auto const& row : rows) couples.push_back({row.mentor.id, row.mentee.id});
    return couples;
}

PersonShown const& own_end(ComparedRow const& row, Side side) {
    return side == Side::mentor ? row.mentor : row.mentee;
}
PersonShown const& other_end(ComparedRow const& row, Side side) {
    return side == Side::mentor ? row.mentee : row.mentor;
}

std::vector<ComparedPartner> partners_shown(std::vector<ComparedRow> const& rows, ComparedPlace const& place,
                                            std::vector<std::size_t> const& positions) {
    std::vector<ComparedPartner> partners;
    for (auto const i : positions) partners.push_back({other_end(rows[i], place.side), rows[i].fit});
    return partners;
}

using KeyedPlace = page::Keyed<ComparedPlace, ComparedTie>;

class ComparedLists {
  public:
    ComparedLists(std::vector<ComparedRow> before, std::vector<ComparedRow> now)
        : before_(std::move(before)), now_(std::move(now)) {}

    [[nodiscard]] Compared compare_without(std::optional<PersonId> hidden) const {
        return compare(couples_of(before_), couples_of(now_), hidden);
    }
    [[nodiscard]] PersonShown const& person_of(ComparedPlace const& place) const {
        return place.now.empty() ? own_end(before_[place.before.front()], place.side)
                                 : own_end(now_[place.now.front()], place.side);
    }
    // Those who are asked for, with what they are sorted by.
    [[nodiscard]] std::vector<KeyedPlace> find(Compared const& compared, ComparisonQuery const& query) const {
        auto const wanted = base::fold(query.search.value_or(""));
        std::vector<KeyedPlace> found;
        for (auto const& place : compared.places) {
            auto name = base::fold(person_of(place).name);
            if (query.side.value_or(place.side) != place.side || query.change.value_or(place.change) != place.change ||
                name.find(wanted) == std::string::npos)
                continue;
            auto key = query.sort == ComparisonSort::change ? std::to_string(static_cast<int>(place.change)) : name;
            found.push_back({{place}, std::move(key), {place.person_id, place.side}});
        }
        return found;
    }
    [[nodiscard]] ComparedPerson shown(ComparedPlace const& place) const {
        return {person_of(place), place.side, place.change, partners_shown(before_, place, place.before),
                partners_shown(now_, place, place.now)};
    }

  private:
    std::vector<ComparedRow> before_;
    std::vector<ComparedRow> now_;
};

}  // namespace

base::Result<RunComparison> page_of_comparison(db::Tx& tx, access::Viewer const& viewer, MatchRun const& before,
                                               MatchRun const& now, ComparisonQuery const& query) {
    ComparedLists const lists(load_compared(tx, viewer.organisation, before.id),
                              load_compared(tx, viewer.organisation, now.id));
    auto const compared = lists.compare_without(viewer.person);
    TRY(rows, (page::among<ComparedPlace, ComparedTie>(lists.find(compared, query), query, kComparisonSortings)));
    RunComparison answer{{before.id, before.number, before.created_at},
                         {now.id, now.number, now.created_at},
                         compared.mentors,
                         compared.mentees,
                         {},
                         {}};
    page::fill(answer, std::move(rows), [&](ComparedPlace const& place) { return lists.shown(place); });
    return answer;
}

}  // namespace matching::store
