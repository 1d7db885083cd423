#include "platform/meta.hpp"

#include <gtest/gtest.h>

namespace meta_examples {

enum class State { draft = 3, open = 7, closed = -1 };
BOOST_DESCRIBE_ENUM(State, draft, open, closed)

struct Branch {
    std::string label;
    std::vector<Branch> branches;
};
BOOST_DESCRIBE_STRUCT(Branch, (), (label, branches))

struct Base {
    base::Id<struct ThingTag> id;
};
BOOST_DESCRIBE_STRUCT(Base, (), (id))

struct Thing : Base {
    std::string name;
    std::optional<std::int32_t> size;
    meta::Patch<State> state;
    std::map<std::string, std::string> words;
};
BOOST_DESCRIBE_STRUCT(Thing, (Base), (name, size, state, words))

}  // namespace meta_examples

template <>
inline constexpr auto meta::limits<meta_examples::Thing> =
    std::array{meta::Limit{"name", 1, 200, "What it is called"}, meta::doc("size", "In metres")};

using namespace meta_examples;

TEST(ATypeTable, lists_the_fields_with_those_of_the_base_first) {
    auto const& type = meta::of<Thing>();
    ASSERT_EQ(type.fields.size(), 5U);
    EXPECT_EQ(type.name, "Thing");
    EXPECT_EQ(type.fields[0].name, "id");
    EXPECT_EQ(type.fields[1].name, "name");
    EXPECT_EQ(type.find_field("nothing"), nullptr);
}

TEST(ATypeTable, is_the_same_object_everywhere_and_may_hold_itself) {
    auto const& type = meta::of<Branch>();
    EXPECT_EQ(type.find_field("branches")->type->element, &meta::of<Branch>());
}

TEST(ATypeTable, reaches_and_fills_what_it_describes) {
    Thing thing;
    auto const& type = meta::of<Thing>();
    *static_cast<std::string*>(type.find_field("name")->of(static_cast<void*>(&thing))) = "Ana";
    auto const* size = type.find_field("size");
    *static_cast<std::int32_t*>(size->type->add(size->of(static_cast<void*>(&thing)))) = 4;
    EXPECT_EQ(thing.name, "Ana");
    EXPECT_EQ(thing.size, 4);
    EXPECT_EQ(size->type->count(&thing.size), 1U);
    size->type->clear(&thing.size);
    EXPECT_FALSE(thing.size.has_value());
}

TEST(ATypeTable, carries_bounds_and_words) {
    auto const* limit = meta::of<Thing>().find_field("name")->limit;
    ASSERT_NE(limit, nullptr);
    EXPECT_EQ(limit->most, 200);
    EXPECT_EQ(meta::of<Thing>().find_field("size")->limit->words, "In metres");
    EXPECT_EQ(meta::of<Thing>().find_field("state")->limit, nullptr);
}

TEST(AnEnum, goes_by_its_names_whatever_its_numbers) {
    EXPECT_EQ(meta::name_of(State::open), "open");
    EXPECT_EQ(meta::parse<State>("closed"), State::closed);
    EXPECT_FALSE(meta::parse<State>("Closed").has_value());
    EXPECT_THROW((void)meta::name_of(static_cast<State>(99)), std::logic_error);
}

TEST(APatch, knows_absent_from_null) {
    meta::Patch<std::string> patch;
    EXPECT_TRUE(patch.is_absent());
    EXPECT_EQ(patch.applied_to("before"), "before");
    EXPECT_EQ(meta::Patch<std::string>::null().applied_to("before"), std::nullopt);
    EXPECT_EQ(meta::Patch<std::string>("after").applied_to("before"), "after");
}

TEST(AMap, refuses_a_key_twice) {
    std::map<std::string, std::string> words;
    auto const& type = meta::of<std::map<std::string, std::string>>();
    EXPECT_NE(type.insert(&words, "en"), nullptr);
    EXPECT_EQ(type.insert(&words, "en"), nullptr);
}
