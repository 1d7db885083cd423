#include "platform/db/row.hpp"

#include <gtest/gtest.h>

#include "platform/db/error.hpp"

namespace row_examples {

enum class Mood { calm, busy };
BOOST_DESCRIBE_ENUM(Mood, calm, busy)

struct Brief {
    base::Id<struct RowTag> id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Brief, (), (id, name))

struct Line {
    std::int32_t count = 0;
    std::optional<Mood> mood;
    Brief partner;
    std::vector<std::string> filled_later;
};
BOOST_DESCRIBE_STRUCT(Line, (), (count, mood, partner, filled_later))

class FixedCursor final : public db::Cursor {
  public:
    explicit FixedCursor(std::vector<db::Cell> cells) : cells_(std::move(cells)) {}
    [[nodiscard]] db::Cell cell(std::size_t column) const override { return cells_[column]; }

  private:
    std::vector<db::Cell> cells_;
};

std::vector<db::Column> line_columns() {
    return {{"partner_name", db::CellKind::text},
            {"count", db::CellKind::unknown},
            {"partner_id", db::CellKind::bytes},
            {"mood", db::CellKind::text}};
}

}  // namespace row_examples

using namespace row_examples;

TEST(ARow, fills_fields_by_name_and_nested_ones_by_their_prefix) {
    db::RowPlan const plan(meta::of<Line>(), line_columns(), "");
    base::IdBytes const id{1, 2, 3};
    Line line;
    plan.fill(&line, FixedCursor({{.kind = db::CellKind::text, .text = "Ana"},
                                  {.kind = db::CellKind::integer, .integer = 7},
                                  {.kind = db::CellKind::bytes, .bytes = id},
                                  {.kind = db::CellKind::text, .text = "busy"}}));
    EXPECT_EQ(line.partner.name, "Ana");
    EXPECT_EQ(line.partner.id.bytes, id);
    EXPECT_EQ(line.count, 7);
    EXPECT_EQ(line.mood, Mood::busy);
}

TEST(ARow, refuses_a_field_without_a_column_and_a_column_without_a_field) {
    auto columns = line_columns();
    columns.pop_back();
    EXPECT_THROW(db::RowPlan(meta::of<Line>(), columns, ""), db::Error);
    columns = line_columns();
    columns.push_back({"age", db::CellKind::integer});
    EXPECT_THROW(db::RowPlan(meta::of<Line>(), columns, ""), db::Error);
    columns.back().name = "count";
    EXPECT_THROW(db::RowPlan(meta::of<Line>(), columns, ""), db::Error);
}

TEST(ARow, refuses_a_column_of_another_type) {
    auto columns = line_columns();
    columns[0].kind = db::CellKind::integer;
    EXPECT_THROW(db::RowPlan(meta::of<Line>(), columns, ""), db::Error);
}

TEST(ARow, refuses_null_unknown_words_and_numbers_that_do_not_fit) {
    std::array const one{db::Column{"value", db::CellKind::unknown}};
    auto const fill = [&]<class T>(T into, db::Cell const& cell) {
        db::RowPlan(meta::of<T>(), one, "").fill(&into, FixedCursor({cell}));
        return into;
    };
    EXPECT_THROW(fill(std::int64_t{}, {}), db::Error);
    EXPECT_EQ(fill(std::optional<std::int64_t>(3), {}), std::nullopt);
    EXPECT_THROW(fill(Mood::calm, {.kind = db::CellKind::text, .text = "furious"}), db::Error);
    EXPECT_THROW(fill(std::int32_t{}, {.kind = db::CellKind::integer, .integer = std::int64_t{1} << 40U}), db::Error);
    EXPECT_THROW(fill(bool{}, {.kind = db::CellKind::integer, .integer = 2}), db::Error);
    EXPECT_THROW(fill(base::Day{}, {.kind = db::CellKind::text, .text = "2026-02-30"}), db::Error);
    EXPECT_THROW(fill(std::string{}, {.kind = db::CellKind::integer, .integer = 1}), db::Error);
}
