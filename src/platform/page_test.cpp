#include "platform/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/page_of_rows.hpp"

namespace page {
namespace {

enum class Sort { name, level };
BOOST_DESCRIBE_ENUM(Sort, name, level)

constexpr std::array kSortings{
    Sorting{Sort::name, "p.name"},
    Sorting{Sort::level, "p.level", Compared::as_number, Order::descending},
};

struct Query : Request {
    std::optional<Sort> sort;
};

struct NamedRow {
    std::string name;

    bool operator==(NamedRow const&) const = default;
};
using KeyedRow = Keyed<NamedRow, ByPosition>;

struct NamedPage {
    std::vector<NamedRow> items;
    std::optional<std::string> next_cursor;
};

Query asked(std::optional<Sort> sort = {}, std::optional<Order> order = {}) {
    Query query;
    query.sort = sort;
    query.order = order;
    return query;
}

std::vector<KeyedRow> by_name(std::vector<std::string> const& names) {
    std::vector<KeyedRow> rows;
    for (auto const& name : names) rows.push_back({{name}, name, {std::ssize(rows)}});
    return rows;
}

std::string cursor_for(std::string of, std::string key) {
    Place<ByPosition> const place{std::move(of), std::move(key), {7}};
    return write_cursor(meta::of<Place<ByPosition>>(), &place);
}

void expect_refused(Query query, std::string const& cursor) {
    query.cursor = cursor;
    auto const refused = place<ByPosition>(query, choose(query, kSortings));
    ASSERT_FALSE(refused) << cursor;
    ASSERT_EQ(refused.refusal().errors.size(), 1U);
    EXPECT_EQ(refused.refusal().errors[0].pointer, "/cursor");
    EXPECT_EQ(refused.refusal().errors[0].code, "format");
}

TEST(APage, says_where_the_next_one_begins_only_when_there_is_one) {
    auto query = asked();
    query.limit = 3;
    NamedPage whole;
    fill(whole, cut(by_name({"ana", "bo", "cy"}), query, choose(query, kSortings)));
    EXPECT_EQ(whole.items, (std::vector<NamedRow>{{"ana"}, {"bo"}, {"cy"}}));
    EXPECT_FALSE(whole.next_cursor);

    query.limit = 2;
    auto const part = cut(by_name({"ana", "bo", "cy"}), query, choose(query, kSortings));
    ASSERT_EQ(part.items.size(), 2U);
    query.cursor = part.next_cursor;
    auto const behind = place<ByPosition>(query, choose(query, kSortings));
    ASSERT_TRUE(behind && *behind);
    EXPECT_EQ((*behind)->key, "bo");
    EXPECT_EQ((*behind)->tie.position, 1);
}

TEST(APage, has_fifty_rows_unless_asked_and_reads_one_beyond) {
    EXPECT_EQ(Request{}.rows(), 50);
    EXPECT_EQ(Request{}.reach(), 51);
    EXPECT_EQ((Request{{}, 7, {}}.reach()), 8);
}

TEST(ASort, is_the_first_of_the_list_when_nothing_is_said_and_goes_its_own_way_round) {
    EXPECT_EQ(choose(asked(), kSortings).of, "Sort.name");
    EXPECT_EQ(choose(asked(Sort::level), kSortings).of, "Sort.level-");
    EXPECT_EQ(choose(asked(Sort::level, Order::ascending), kSortings).of, "Sort.level");
    EXPECT_EQ(choose(asked(Sort::name, Order::descending), kSortings).of, "Sort.name-");
}

TEST(AStatement, begins_behind_a_place_and_reads_either_way) {
    constexpr Listing kListing{"p.name", "FROM people p WHERE p.organisation_id = $1", "p.id"};
    auto const& tie = meta::of<ById>();
    EXPECT_EQ(statement(kListing, choose(asked(), kSortings), tie, 1, false),
              "SELECT p.name, CAST(p.name AS TEXT) AS sort_key, p.id AS sort_tie_id FROM people p WHERE "
              "p.organisation_id = $1 ORDER BY p.name, p.id LIMIT $2");
    EXPECT_EQ(statement(kListing, choose(asked(Sort::level), kSortings), tie, 1, true),
              "SELECT p.name, CAST(p.level AS TEXT) AS sort_key, p.id AS sort_tie_id FROM people p WHERE "
              "p.organisation_id = $1 AND p.level <= CAST($4 AS BIGINT) AND (p.level, p.id) < (CAST($4 AS BIGINT), $3) "
              "ORDER BY p.level DESC, p.id DESC LIMIT $2");
    Chosen const by_tie_alone{"Sort.name", "", Compared::as_text, Order::ascending};
    EXPECT_EQ(statement(kListing, by_tie_alone, tie, 1, true),
              "SELECT p.name, CAST('' AS TEXT) AS sort_key, p.id AS sort_tie_id FROM people p WHERE "
              "p.organisation_id = $1 AND (p.id) > ($3) ORDER BY p.id LIMIT $2");
}

TEST(AStatement, ranks_the_names_of_an_enum) {
    EXPECT_EQ(rank_in("p.sort", meta::of<Sort>()), "CASE p.sort WHEN 'name' THEN 0 WHEN 'level' THEN 1 ELSE -1 END");
}

TEST(ACursor, carries_any_text_back) {
    for (std::string const text : {"", "Łukasz \"the\" Żółć", "a/b+c=d&e", "\t\n\\", "%_!"}) {
        auto query = asked();
        query.cursor = cursor_for("Sort.name", text);
        auto const back = place<ByPosition>(query, choose(query, kSortings));
        ASSERT_TRUE(back && *back) << text;
        EXPECT_EQ((*back)->key, text);
    }
}

TEST(ACursor, of_letters_and_digits_alone_needs_no_escaping) {
    EXPECT_THAT(cursor_for("Sort.name", "?!>>>"), testing::MatchesRegex("[A-Za-z0-9_-]+"));
}

TEST(ACursor, that_no_page_said_is_refused) {
    for (std::string const& nonsense :
         {std::string("x"), std::string("!!"), std::string("eyJ9"), std::string("bnVsbA"), std::string(2000, 'A')})
        expect_refused(asked(), nonsense);
}

TEST(ACursor, leads_nowhere_in_another_list_another_sort_or_the_other_way_round) {
    expect_refused(asked(), cursor_for("OtherSort.name", "ana"));
    expect_refused(asked(), cursor_for("Sort.level-", "3"));
    expect_refused(asked(), cursor_for("Sort.name-", "ana"));
    expect_refused(asked(Sort::name, Order::descending), cursor_for("Sort.name", "ana"));
}

TEST(ACursor, by_number_holds_a_number) {
    for (std::string const& no_number : {std::string("ana"), std::string(""), std::string("3 "), std::string("1e3"),
                                         std::string("99999999999999999999")})
        expect_refused(asked(Sort::level), cursor_for("Sort.level-", no_number));
}

TEST(RowsThatNoStatementSorts, are_paged_alike_both_ways) {
    std::vector<std::string> const names{"cy", "ana", "bo", "bo", "ana"};
    for (auto order : {Order::ascending, Order::descending}) {
        auto query = asked(Sort::name, order);
        query.limit = 1;
        std::vector<std::string> seen;
        do {
            auto const page = among(by_name(names), query, kSortings).value();
            for (auto const& row : page.items) seen.push_back(row.name);
            query.cursor = page.next_cursor;
        } while (query.cursor);
        if (order == Order::descending) std::ranges::reverse(seen);
        EXPECT_EQ(seen, (std::vector<std::string>{"ana", "ana", "bo", "bo", "cy"}));
    }
}

TEST(RowsThatNoStatementSorts, compare_numbers_as_numbers) {
    EXPECT_LT(compare_keys("9", "10", Compared::as_number), 0);
    EXPECT_GT(compare_keys("9", "10", Compared::as_text), 0);
    EXPECT_EQ(compare_keys("10", "10", Compared::as_number), 0);
    EXPECT_GT(compare_keys("3", "-3", Compared::as_number), 0);
}

TEST(SearchingForAPart, takes_the_wildcards_of_like_for_themselves) {
    EXPECT_EQ(folded_part(std::nullopt), std::nullopt);
    EXPECT_EQ(folded_part("  Élodie  K"), "%élodie k%");
    EXPECT_EQ(folded_part("50%_off!"), "%50!%!_off!!%");
    EXPECT_EQ(typed_part(" Łukasz "), "%Łukasz%");
}

}  // namespace
}  // namespace page
