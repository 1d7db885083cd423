#include "platform/json.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "base/text.hpp"
#include "platform/json_schema.hpp"
#include "platform/meta_text.hpp"

namespace json_examples {

enum class Level { starter, settled };
BOOST_DESCRIBE_ENUM(Level, starter, settled)

struct Wish {
    std::string topic;
    std::int32_t weight = 0;
    auto operator<=>(Wish const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (topic, weight))

struct Everything {
    bool happy = false;
    std::int32_t small = 0;
    std::int64_t large = 0;
    double share = 0;
    std::string name;
    meta::Bytes octets;
    Level level = Level::starter;
    base::Id<struct EverythingTag> id;
    base::Instant made_at;
    base::Day born_on;
    std::optional<std::string> title;
    std::vector<Wish> wishes;
    std::map<std::string, std::int32_t> counts;
    std::optional<Wish> first;
    meta::Patch<std::string> note;
    bool operator==(Everything const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (happy, small, large, share, name, octets, level, id, made_at, born_on, title, wishes, counts,
                       first, note))

struct NewPerson {
    std::string name;
    std::optional<std::string> email;
    std::int32_t capacity = 0;
    Level level = Level::starter;
    std::vector<std::string> tags;
};
BOOST_DESCRIBE_STRUCT(NewPerson, (), (name, email, capacity, level, tags))

struct Loose {
    meta::Json anything;
};
BOOST_DESCRIBE_STRUCT(Loose, (), (anything))

struct Labels {
    std::map<std::string, std::string> by_language;
};
BOOST_DESCRIBE_STRUCT(Labels, (), (by_language))

struct Chain {
    std::vector<Chain> next;
};
BOOST_DESCRIBE_STRUCT(Chain, (), (next))

struct OneNumber {
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(OneNumber, (), (n))

struct OneReal {
    double n = 0;
};
BOOST_DESCRIBE_STRUCT(OneReal, (), (n))

namespace elsewhere {
struct Wish {
    bool granted = false;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (granted))
}  // namespace elsewhere

}  // namespace json_examples

template <>
inline constexpr auto meta::limits<json_examples::NewPerson> = std::array{
    meta::Limit{"name", 1, 8, "Full name"}, meta::Limit{"capacity", 0, 20}, meta::Limit{"tags", 0, 3, "Words", 2, 5}};

using namespace json_examples;

namespace {

// "pointer code" of each wrong field, in order.
template <class T>
std::vector<std::string> errors_in(std::string_view text) {
    auto read = json::read<T>(text);
    std::vector<std::string> errors;
    if (read) return errors;
    if (read.refusal().kind != base::RefusalKind::invalid) return {read.refusal().code};
    for (auto const& error : read.refusal().errors) errors.push_back(error.pointer + " " + error.code);
    return errors;
}

using Errors = std::vector<std::string>;

std::string random_text(base::Random& random) {
    constexpr std::array pieces{"a", "Ž", "\"", "\\", "\n", "\x01", "漢", "🙂", "/", "~", " ", "é"};
    std::string text;
    for (auto n = random.below(12); n > 0; --n) text += pieces[random.below(pieces.size())];
    return text;
}

Everything random_everything(base::Random& random) {
    Everything e;
    e.happy = random.below(2) == 1;
    e.small = static_cast<std::int32_t>(random.next());
    e.large = static_cast<std::int64_t>(random.next());
    e.share = static_cast<double>(static_cast<std::int64_t>(random.next())) / 1e7;
    e.name = random_text(random);
    for (auto n = random.below(9); n > 0; --n) e.octets.octets.push_back(static_cast<std::uint8_t>(random.next()));
    e.level = random.below(2) == 1 ? Level::settled : Level::starter;
    e.id = decltype(e.id)::make(random);
    e.made_at = {static_cast<std::int64_t>(random.below(4'000'000'000'000'000))};
    e.born_on = {static_cast<std::int32_t>(random.below(40'000))};
    if (random.below(2) == 1) e.title = random_text(random);
    for (auto n = random.below(4); n > 0; --n)
        e.wishes.push_back({random_text(random), static_cast<std::int32_t>(random.below(9))});
    for (auto n = random.below(4); n > 0; --n) e.counts[random_text(random)] = static_cast<std::int32_t>(n);
    if (random.below(2) == 1) e.first = Wish{"x", 1};
    if (random.below(3) == 1) e.note = random_text(random);
    if (random.below(3) == 1) e.note = meta::Patch<std::string>::null();
    return e;
}

}  // namespace

TEST(WritingJson, holds_every_key_and_escapes) {
    Everything e;
    e.name = "a\"\n\x01Ž";
    e.share = 0.1;
    EXPECT_EQ(json::write(e),
              R"({"happy":false,"small":0,"large":0,"share":0.1,"name":"a\"\n\u0001Ž","octets":"","level":"starter",)"
              R"("id":"00000000-0000-0000-0000-000000000000","made_at":"1970-01-01T00:00:00Z","born_on":"1970-01-01",)"
              R"("title":null,"wishes":[],"counts":{},"first":null})");
}

TEST(WritingJson, refuses_a_number_that_is_none) {
    EXPECT_THROW(json::write(OneReal{std::numeric_limits<double>::infinity()}), std::logic_error);
}

TEST(ReadingJson, gives_back_what_was_written) {
    auto random = base::seeded_random(7);
    for (int i = 0; i < 3000; ++i) {
        auto before = random_everything(*random);
        auto text = json::write(before);
        auto after = json::read<Everything>(text);
        ASSERT_TRUE(after) << text << after.refusal().detail;
        ASSERT_EQ(*after, before) << text;
    }
}

TEST(ReadingJson, survives_any_damage_to_a_good_text) {
    auto random = base::seeded_random(11);
    for (int i = 0; i < 20'000; ++i) {
        auto text = json::write(random_everything(*random));
        for (auto n = 1 + random->below(3); n > 0; --n) {
            auto at = random->below(text.size());
            if (random->below(3) == 0)
                text.erase(at, 1 + random->below(5));
            else
                text[at] = static_cast<char>(random->next());
            if (text.empty()) text = "{";
        }
        auto read = json::read<Everything>(text);
        if (read) {
            ASSERT_TRUE(base::is_valid_utf8(read->name));
        } else {
            ASSERT_FALSE(read.refusal().code.empty());
        }
    }
}

TEST(ReadingJson, names_every_wrong_field_at_once) {
    EXPECT_EQ(errors_in<NewPerson>(R"({"name":"","capacity":21,"level":"lord","tags":["a","good"],"x":{"y":[1]}})"),
              (Errors{"/name too_short", "/capacity too_large", "/level enum", "/tags/0 too_short", "/x unknown"}));
    EXPECT_EQ(errors_in<NewPerson>("{}"),
              (Errors{"/name required", "/capacity required", "/level required", "/tags required"}));
    EXPECT_EQ(errors_in<NewPerson>(R"({"name":null,"capacity":"3","level":7,"tags":{"a":1},"email":[]})"),
              (Errors{"/name required", "/capacity type", "/level type", "/tags type", "/email type"}));
    EXPECT_EQ(errors_in<NewPerson>("[]"), (Errors{" type"}));
    EXPECT_EQ(errors_in<NewPerson>("7"), (Errors{" type"}));
}

TEST(ReadingJson, counts_code_points_and_entries) {
    EXPECT_TRUE(json::read<NewPerson>(R"({"name":"ŽŽŽŽŽŽŽŽ","capacity":0,"level":"starter","tags":[]})"));
    EXPECT_EQ(
        errors_in<NewPerson>(R"({"name":"123456789","capacity":-1,"level":"starter","tags":["ab","ab","ab","ab"]})"),
        (Errors{"/name too_long", "/capacity too_small", "/tags too_long"}));
}

TEST(ReadingJson, refuses_nul_wherever_it_stands) {
    EXPECT_EQ(errors_in<Wish>(R"({"topic":"a\u0000b","weight":1})"), (Errors{"/topic nul"}));
    EXPECT_EQ(errors_in<Labels>(R"({"by_language":{"e\u0000":"x"}})").front().substr(0, 13), "/by_language/");
    EXPECT_EQ(errors_in<Loose>(R"({"anything":{"a":"\u0000"}})"), (Errors{"/anything/a nul"}));
}

TEST(ReadingJson, refuses_a_key_twice) {
    EXPECT_EQ(errors_in<Wish>(R"({"topic":"a","topic":"b","weight":1})"), (Errors{"duplicate_key"}));
    EXPECT_EQ(errors_in<Labels>(R"({"by_language":{"en":"a","en":"b"}})"), (Errors{"duplicate_key"}));
    EXPECT_EQ(errors_in<Labels>(R"({"by_language":{"en":1,"en":"b"}})"), (Errors{"duplicate_key"}));
    EXPECT_EQ(errors_in<Loose>(R"({"anything":[{"a":1,"a":2}]})"), (Errors{"duplicate_key"}));
}

TEST(ReadingJson, keeps_whole_numbers_exact) {
    EXPECT_EQ(json::read<OneNumber>(R"({"n":9007199254740993})")->n, 9007199254740993);
    EXPECT_EQ(json::read<OneNumber>(R"({"n":-9223372036854775808})")->n, std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(json::read<OneNumber>(R"({"n":1e3})")->n, 1000);
    EXPECT_EQ(json::read<OneNumber>(R"({"n":-0})")->n, 0);
    EXPECT_EQ(errors_in<OneNumber>(R"({"n":9223372036854775808})"), (Errors{"/n too_large"}));
    EXPECT_EQ(errors_in<OneNumber>(R"({"n":1.5})"), (Errors{"/n type"}));
    EXPECT_EQ(errors_in<OneNumber>(R"({"n":123456789012345678901234567890})"), (Errors{"/n too_large"}));
    EXPECT_EQ(errors_in<OneReal>(R"({"n":1e400})"), (Errors{"/n too_large"}));
    EXPECT_EQ(json::read<OneReal>(R"({"n":0.1})")->n, 0.1);
}

TEST(ReadingJson, refuses_what_is_not_json) {
    for (auto const* text : {"", " ", "{", "{}{}", "{\"topic\":}", "nul", "\xEF\xBB\xBF{}", "{'topic':1}", "[1,]", "01",
                             "{\"topic\":\"\xFF\",\"weight\":1}", R"({"topic":"\ud800","weight":1})", "// hello\n{}"})
        EXPECT_EQ(errors_in<Wish>(text), (Errors{"malformed_json"})) << text;
    EXPECT_EQ(errors_in<Wish>(std::string("{\"topic\":\"a\0b\",\"weight\":1}", 26)), (Errors{"malformed_json"}));
    EXPECT_TRUE(json::read<Wish>(" {\"topic\":\"a\",\"weight\":1}\r\n\t "));
}

TEST(ReadingJson, stops_at_depth_and_size) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "{\"next\":[";
    EXPECT_EQ(errors_in<Chain>(deep), (Errors{"malformed_json"}));
    EXPECT_EQ(json::read<Wish>("{}", {.octets = 1}).refusal().kind, base::RefusalKind::too_large);
    std::string many = "{\"next\":[";
    for (int i = 0; i < 1000; ++i) many += "1,";
    EXPECT_EQ(errors_in<Chain>(many + "1]}").size(), 100U);
}

TEST(ReadingJson, copies_loose_values_as_they_are) {
    auto read = json::read<Loose>(R"( { "anything" : { "b" : [ 1.50, {"":"Ž\n"}, null, true, [] ], "a": {} } } )");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->anything.text, R"({"b":[1.50,{"":"Ž\n"},null,true,[]],"a":{}})");
    EXPECT_EQ(json::read<Loose>(R"({"anything":"x"})")->anything.text, "\"x\"");
}

TEST(Base64, reads_back_and_refuses_a_second_spelling) {
    EXPECT_EQ(meta::to_base64(std::array<std::uint8_t, 4>{1, 2, 3, 255}), "AQID/w==");
    EXPECT_EQ(meta::from_base64("AQID/w=="), (std::vector<std::uint8_t>{1, 2, 3, 255}));
    for (auto const* text : {"AQID/x==", "AQI", "AQI*", "A===", "====", "AQID/w=", "=AAA"})
        EXPECT_FALSE(meta::from_base64(text).has_value()) << text;
}

TEST(ASchema, says_what_is_required_in_each_direction) {
    json::Schemas schemas;
    EXPECT_EQ(schemas.of(meta::of<NewPerson>(), json::Direction::request),
              R"({"$ref":"#/components/schemas/NewPersonRequest"})");
    EXPECT_EQ(schemas.of(meta::of<NewPerson>(), json::Direction::answer),
              R"({"$ref":"#/components/schemas/NewPerson"})");
    auto components = boost::json::parse(schemas.components());
    auto const& request = components.at("NewPersonRequest").as_object();
    EXPECT_EQ(request.at("required"), boost::json::parse(R"(["name","capacity","level","tags"])"));
    EXPECT_EQ(components.at("NewPerson").at("required").as_array().size(), 5U);
    EXPECT_EQ(request.at("properties").at("name"),
              boost::json::parse(R"({"type":"string","minLength":1,"maxLength":8,"description":"Full name"})"));
    EXPECT_EQ(request.at("properties").at("email"), boost::json::parse(R"({"type":["string","null"]})"));
    EXPECT_EQ(request.at("properties").at("tags").at("items"),
              boost::json::parse(R"({"type":"string","minLength":2,"maxLength":5})"));
}

TEST(ASchema, may_refer_to_itself) {
    json::Schemas schemas;
    (void)schemas.of(meta::of<Chain>(), json::Direction::answer);
    EXPECT_NE(schemas.components().find("#/components/schemas/Chain"), std::string::npos);
}

TEST(ASchema, refuses_two_structs_of_one_name) {
    json::Schemas schemas;
    (void)schemas.of(meta::of<json_examples::Wish>(), json::Direction::answer);
    EXPECT_THROW((void)schemas.of(meta::of<json_examples::elsewhere::Wish>(), json::Direction::answer),
                 std::logic_error);
}
