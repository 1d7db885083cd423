// Walks every list of the route table over the demo house: whatever can grow long pages, sorts, searches and refuses
// in the one way of platform/page.hpp.

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "notice/notice_store.hpp"
#include "platform/page.hpp"
#include "support/cast.hpp"
#include "support/databases.hpp"
#include "support/door.hpp"

namespace every_list {

// A list that cannot exceed a hundred rows, or is read as one document, and what bounds it. Said in docs/api/lists.md.
std::map<std::string, std::string> const kWithoutPages{
    {"/api/topics", "the catalogue of topics"},
    {"/api/programmes/{id}/topic-board", "the catalogue of topics"},
    {"/api/my-closings", "one of each programme one belongs to"},
    {"/api/my-enrolments", "two sides of each programme one belongs to"},
    {"/api/my-invitations", "one of each programme"},
    {"/api/exclusions", "whom one person named"},
    {"/api/suggestions", "three a round"},
    {"/api/pairings", "ten places a programme"},
    {"/api/pairings/{id}/meetings", "the conversations of one pair"},
    {"/api/pairings/{id}/skipped-prompts", "of the last two hundred guides of one person"},
    {"/api/pairings/{id}/occurrences", "at most twelve dates"},
    {"/api/pairings/{id}/slots", "twelve times"},
    {"/api/meeting-guides", "one a number, and one an activity"},
    {"/api/delegations/{id}/pairings/{pairing_id}/slots", "twelve times"},
    {"/api/delegations/{id}/dates", "the open dates of one person"},
    {"/api/delegations", "at most three assistants, and whose dates one keeps"},
    {"/api/pairings/{id}/feedback", "at most a hundred of one pair"},
    {"/api/circles", "one a programme"},
    {"/api/my-group-meetings", "twenty ahead in each programme"},
    {"/api/programmes/{id}/group-meetings", "the latest fifty of one programme"},
    {"/api/my-announcements", "the latest hundred meant for one person"},
    {"/api/programmes/{id}/announcements", "the latest hundred of one programme"},
    {"/api/my-opening-letters", "one of each programme"},
    {"/api/kept", "what is kept is a list of ours"},
    {"/api/recorded-events", "the kinds of events"},
    {"/api/programmes/{id}/setting-proposals", "the latest hundred of one programme"},
    {"/api/my-setting-proposals", "one a setting that can be locked, a hundred at most"},
    {"/api/questions", "the latest hundred that one person asked or is asked"},
    {"/api/programmes/{id}/loop-board", "what is open, and the latest hundred decisions"},
    {"/api/released-words", "ten of one person in each programme, and those of partners"},
    {"/api/published-words", "those of the programmes one reads"},
    {"/api/programmes/{id}/released-words", "those of one programme"},
    {"/api/front-line-notes", "twenty of one person in each programme, and the latest hundred written to them"},
    {"/api/programmes/{id}/front-line-notes", "the latest five hundred of one programme"},
    {"/api/front-line-themes", "those of the programmes one belongs to"},
    {"/api/programmes/{id}/front-line-themes", "those of one programme"},
    {"/api/question-openings", "two of each programme"},
    {"/api/introductions", "the latest fifty that one person has a part in"},
    {"/api/surveys", "the latest hundred put to one person"},
    {"/api/questionnaires", "the latest hundred put to one person"},
    {"/api/programmes/{id}/questionnaires", "those of one programme, three by the house"},
    {"/api/questionnaires/{id}/comments", "what the people of one programme wrote to one questionnaire"},
    {"/api/programmes/{id}/results", "those of one programme, three by the house"},
    {"/api/holidays", "a hundred days of one site"},
    {"/api/absences", "fifty absences of one person"},
    {"/api/threads", "one a pairing"},
    {"/api/my-concerns", "the latest hundred; five can be open"},
    {"/api/reporting-channels", "countries"},
    {"/api/programmes/{id}/confidential-contacts", "the few people of a house one can turn to"},
    {"/api/programmes/{id}/named-contacts", "the few people of a house one can turn to"},
    {"/api/my-anonymous-lines", "the latest hundred; five can be open"},
    {"/api/my-acquaintances", "one a round on a side"},
    {"/api/programmes/{id}/anonymous-rounds", "one in seven weeks"},
    {"/api/name-openings", "the latest hundred; each is a stated danger"},
    {"/api/sessions", "the browsers of one person"},
    {"/api/programmes/{id}/rounds", "six"},
    {"/api/match-runs/{id}/remedies", "what would give one person a partner: at most a few of each kind"},
};

// Only one word to sort by: what the list is of.
std::set<std::string> const kOfNames{"/api/departments", "/api/sites", "/api/threads/{id}/messages"};

// A full house, made once for the whole program.
class DemoDoor {
  public:
    DemoDoor()
        : database_({.address = support::fresh_address(support::Fresh::migrated), .readers = 4}), door(database_) {
        app::make_demo(door.house(), 7).value();
        door.house().round();
        door.house().drain();
        fill_conflicts();
        fill_imports();
        fill_people();
        fill_notices();
        fill_pairs();
        fill_threads();
        fill_lines();
        fill_join_requests();
    }

  private:
    db::Database database_;

  public:
    support::Door door;

    support::Visitor as(std::string_view sign_in_name) {
        return door.as(id_of<access::PersonId>("SELECT id FROM people WHERE sign_in_name = $1", sign_in_name));
    }
    std::string programme(std::string_view name) {
        return id_of<base::AnyId>("SELECT id FROM programmes WHERE name = $1", name).text();
    }
    std::string first_run(std::string_view name) {
        auto const runs = as("jo.byrne").get("/api/match-runs?order=ascending&programme_id=" + programme(name));
        return runs.text("/items/0/id");
    }
    [[nodiscard]] std::string const& people_import() const { return people_import_; }
    [[nodiscard]] std::string const& thread() const { return thread_; }
    support::Visitor one_of_the_thread() { return door.as(one_of_the_thread_); }
    support::Visitor contact() { return door.as(contact_); }

  private:
    template <class Id>
    Id id_of(std::string_view sql, std::string_view name) {
        return door.database().read([&](db::Tx& tx) { return tx.value<Id>(sql, name).value(); });
    }
    support::Reply send(std::string_view who, http::Method method, std::string const& target, std::string const& body) {
        auto reply = as(who).send(method, "/api" + target, body);
        EXPECT_LT(reply.status, 300) << target << ": " << reply.body;
        return reply;
    }
    void give_role(std::string_view who, std::string const& role) {
        auto const person = id_of<base::AnyId>("SELECT id FROM people WHERE sign_in_name = $1", who).text();
        send("amir.haddad", http::Method::post, "/people/" + person + "/roles", R"({"role":")" + role + "\"}");
    }

    void fill_conflicts() {
        give_role("lena.vogel", "sponsor");
        give_role("nina.roth", "conflicts");
        for (std::string const other : {"Sofia Lind", "Marta Kowalska", "Kim Park"})
            send("nina.roth", http::Method::put, "/conflicts", R"({"one":"Ana Moreira","other":")" + other + "\"}");
    }
    void fill_imports() {
        std::string const mapping =
            R"({"columns":[{"position":0,"header":"Name","field":"name"},{"position":1,"header":"Mail","field":"email"}],)"
            R"("has_header":true,"level_source":"none","level_words":[],"recognise_by_name":true,"keep":"everyone",)"
            R"("listed":[]})";
        for (int copy = 0; copy < 3; ++copy) {
            auto const reply = as("jo.byrne")
                                   .send(http::Method::post, "/api/people-imports",
                                         mapping + "\nName,Mail\nBo Lund,x\nCy Lund,y y\n,z@example.org\n",
                                         {{"Content-Type", "application/vnd.obverse.people-import"}});
            EXPECT_EQ(reply.status, 201) << reply.body;
            people_import_ = reply.text("/id");
        }
    }
    // Whom mails reach, and whose lines do not reach the top: three links, and three mails that bring them.
    void fill_people() {
        std::string people;
        for (std::string const name : {"Zoe Ash", "Bea Falk", "Cy Dorn"}) {
            auto const added = send("amir.haddad", http::Method::post, "/people",
                                    R"({"name":")" + name + R"(","email":")" + name.substr(0, 2) + R"(@example.org"})");
            people += (people.empty() ? "\"" : ",\"") + added.text("/id") + "\"";
        }
        send("amir.haddad", http::Method::post, "/password-links",
             R"({"people":[)" + people + R"(],"delivery":"mailed"})");
    }
    void fill_notices() {
        auto const ana = id_of<access::PersonId>("SELECT id FROM people WHERE sign_in_name = $1", "ana.moreira");
        auto const house =
            id_of<access::OrganisationId>("SELECT organisation_id FROM people WHERE sign_in_name = $1", "ana.moreira");
        auto const told = door.database().write([&](db::Tx& tx) -> base::Result<bool> {
            for (auto const* kind : {&notice::password_changed, &notice::round_result, &notice::lines_met})
                notice::store::insert(tx, house, ana, *kind, std::nullopt, base::Instant{1});
            return true;
        });
        EXPECT_TRUE(told);
    }
    // A second run beside the first, pairs that met before, and wishes of both kinds.
    void fill_pairs() {
        auto const customers = programme("Customers first");
        send("jo.byrne", http::Method::post, "/match-runs", R"({"programme_id":")" + customers + "\"}");
        auto const pairs = as("jo.byrne").get("/api/match-runs/" + first_run("Customers first") + "/pairs?limit=6");
        std::string brought;
        for (int row = 0; row < 6; ++row) {
            auto const at = "/items/" + std::to_string(row);
            auto const mentor = pairs.text(at + "/mentor/id");
            auto const mentee = pairs.text(at + "/mentee/id");
            auto const* const wish = row == 3 ? "/bans/" : "/locks/";
            if (row < 3)
                brought += (row == 0 ? "" : ",") + (R"({"mentor_id":")" + mentor) + R"(","mentee_id":")" + mentee +
                           R"(","meetings_before":1})";
            else
                send("jo.byrne", http::Method::put, "/programmes/" + customers + wish + mentor + "/" + mentee, "");
        }
        send("jo.byrne", http::Method::post, "/programmes/" + customers + "/pairings",
             R"({"pairs":[)" + brought + "]}");
    }
    // Somebody from outside to turn to: in two pairs both write, and tell them something.
    void fill_threads() {
        contact_ = id_of<access::PersonId>("SELECT id FROM people WHERE name = $1", "Ines Prado");
        auto const pairs = as("jo.byrne").get("/api/programmes/" + programme("Customers first") + "/pairings?limit=2");
        for (auto const* pair : {"/items/0", "/items/1"}) {
            thread_ = pairs.text(std::string(pair) + "/id");
            for (auto const* side : {"/mentor/id", "/mentee/id"}) {
                one_of_the_thread_ = access::PersonId::parse(pairs.text(std::string(pair) + side)).value();
                auto const visitor = door.as(one_of_the_thread_);
                auto const message = fresh_id();
                EXPECT_EQ(visitor.put("/api/threads/" + thread_ + "/messages/" + message, R"({"text":"hello"})").status,
                          200);
                auto const body = R"({"contact_id":")" + contact_.text() + R"(","wish":"act","message_id":")" +
                                  fresh_id() + R"(","text":"this"})";
                EXPECT_EQ(
                    visitor.put("/api/programmes/" + programme("Customers first") + "/concerns/" + fresh_id(), body)
                        .status,
                    200);
            }
        }
    }
    void fill_lines() {
        for (int line = 0; line < 5; ++line) {
            auto const to = line < 3 ? "null" : '"' + contact_.text() + '"';
            auto const opened =
                door.as(one_of_the_thread_)
                    .put("/api/programmes/" + programme("Customers first") + "/anonymous-lines/" + fresh_id(),
                         R"({"contact_id":)" + to + R"(,"text":"without a name","message_id":")" + fresh_id() + "\"}");
            EXPECT_EQ(opened.status, 200) << opened.body;
            door.clock().advance(std::chrono::hours(1));
        }
    }
    std::string fresh_id() {
        return door.database().read([](db::Tx& tx) { return tx.make_id<base::AnyId>().text(); });
    }
    void fill_join_requests() {
        auto const opened =
            send("jo.byrne", http::Method::put, "/programmes/" + programme("Customers first") + "/open-call",
                 R"({"limited_by":"code","code":"welcome","closes_on":"2030-01-01"})");
        auto const link = opened.text("/link");
        for (std::string const name : {"Zoe Elm", "Émile Roy", "bea Oak"}) {
            auto const asked =
                door.nobody().post("/api/programme-calls/" + link.substr(link.rfind('/') + 1) + "/join-requests",
                                   R"({"name":")" + name + R"(","code":"welcome","side":"mentor"})");
            EXPECT_LT(asked.status, 300) << asked.body;
        }
    }

    std::string people_import_;
    std::string thread_;
    access::PersonId one_of_the_thread_;
    access::PersonId contact_;
};

DemoDoor& demo() {
    static DemoDoor house;
    return house;
}

meta::Field const* field_of(meta::Type const* type, std::string_view name) {
    return type == nullptr ? nullptr : type->find_field(name);
}

std::vector<http::Route const*> routes_that(auto const& predicate) {
    auto routes = demo().door.house().router().all();
    std::erase_if(routes, [&](auto const* route) { return route->method != http::Method::get || !predicate(*route); });
    return routes;
}

std::vector<http::Route const*> paged_lists() {
    // By a link they are the endpoints of signed-in readers, and wrong words count as guesses there.
    return routes_that([](auto const& route) {
        return field_of(route.query, "cursor") != nullptr && route.path.find("{token}") == std::string::npos;
    });
}

// A path of this route that leads to something, with what its query cannot do without.
std::string target_of(http::Route const& route) {
    auto path = route.path;
    if (auto const at = path.find("{id}"); at != std::string::npos)
        path.replace(at, 4,
                     path.starts_with("/api/match-runs")       ? demo().first_run("Across the house")
                     : path.starts_with("/api/people-imports") ? demo().people_import()
                     : path.starts_with("/api/threads")        ? demo().thread()
                                                               : demo().programme("Customers first"));
    bool const is_of_one = field_of(route.query, "programme_id") != nullptr;
    bool const compares = field_of(route.query, "with") != nullptr;
    return path + "?" + (is_of_one ? "programme_id=" + demo().programme("Customers first") + "&" : "") +
           (compares ? "with=" + demo().first_run("Across the house") + "&" : "");
}

support::Visitor reader_of(http::Route const& route) {
    if (route.path.starts_with("/api/threads")) return demo().one_of_the_thread();
    if (route.path == "/api/concerns") return demo().contact();
    return demo().as(route.path == "/api/my-sponsorships"  ? "lena.vogel"
                     : route.path == "/api/password-links" ? "amir.haddad"
                     : route.path == "/api/notices"        ? "ana.moreira"
                     : route.who_may == "administrator"    ? "amir.haddad"
                     : route.who_may == "conflicts"        ? "nina.roth"
                                                           : "jo.byrne");
}

// Every word a list can be sorted by.
std::vector<std::string> sorts_of(http::Route const& route) {
    std::vector<std::string> sorts;
    for (auto const& value : field_of(route.query, "sort")->type->bare().values) sorts.emplace_back(value.name);
    return sorts;
}

// Every row, `limit` at a time.
std::vector<std::string> walk(http::Route const& route, std::int32_t limit, std::string const& words) {
    std::vector<std::string> rows;
    std::string cursor;
    for (int pages = 0; pages < 2000; ++pages) {
        auto const reply = reader_of(route).get(target_of(route) + words + "&limit=" + std::to_string(limit) + cursor);
        EXPECT_EQ(reply.status, 200) << route.path << " " << words << ": " << reply.body;
        if (reply.status != 200) return rows;
        auto const page = reply.json();
        auto const& items = page.at("items").as_array();
        EXPECT_LE(std::ssize(items), limit) << route.path;
        for (auto const& item : items) rows.push_back(boost::json::serialize(item));
        if (page.at("next_cursor").is_null()) return rows;
        EXPECT_EQ(std::ssize(items), limit) << route.path << " ends early";
        cursor = "&cursor=" + std::string(page.at("next_cursor").as_string());
    }
    ADD_FAILURE() << route.path << " never ends";
    return rows;
}

std::string cursor_of(http::Route const& route, std::string const& words) {
    auto const reply = reader_of(route).get(target_of(route) + words + "&limit=1");
    return reply.status == 200 ? reply.text("/next_cursor") : "";
}

void expect_refused(http::Route const& route, std::string const& words, std::string const& field,
                    std::string const& code) {
    auto const reply = reader_of(route).get(target_of(route) + words);
    EXPECT_EQ(reply.status, 422) << route.path << " " << words << ": " << reply.body;
    EXPECT_EQ(reply.text("/errors/0/pointer"), "/" + field) << route.path << " " << words;
    EXPECT_TRUE(code.empty() || reply.text("/errors/0/code") == code) << route.path << " " << words << reply.body;
}

}  // namespace every_list

using namespace every_list;

TEST(EveryList, pages_sorts_and_searches_unless_it_is_bounded) {
    for (auto const* route : routes_that([](auto const& one) { return field_of(one.output, "items") != nullptr; })) {
        bool const pages = !kWithoutPages.contains(route->path);
        for (auto const* word : {"cursor", "limit", "order", "sort", "search"})
            EXPECT_EQ(field_of(route->query, word) != nullptr, pages) << route->path << " " << word;
        EXPECT_EQ(field_of(route->output, "next_cursor") != nullptr, pages) << route->path;
    }
    for (auto const* route : paged_lists()) {
        EXPECT_NE(field_of(route->output, "items"), nullptr) << route->path;
        EXPECT_EQ(sorts_of(*route).size() == 1, kOfNames.contains(route->path)) << route->path;
    }
    EXPECT_GE(paged_lists().size(), 19U);
}

TEST(EveryList, is_the_same_row_by_row_as_in_one_page_whatever_it_is_sorted_by) {
    std::set<std::string> full;
    for (auto const* route : paged_lists())
        for (auto const& sort : sorts_of(*route))
            for (auto const* order : {"", "&order=descending"}) {
                auto const words = "sort=" + sort + order;
                auto const whole = walk(*route, 100, words);
                if (whole.size() > 1) full.insert(route->path);
                EXPECT_EQ(walk(*route, whole.size() > 60 ? 23 : 1, words), whole) << route->path << " " << words;
                std::set<std::string> const once(whole.begin(), whole.end());
                EXPECT_EQ(once.size(), whole.size()) << route->path << " shows a row twice";
            }
    for (auto const* route : paged_lists())
        EXPECT_TRUE(full.contains(route->path)) << route->path << " has too few rows to tell";
}

TEST(EveryList, reads_backwards_what_it_reads_forwards) {
    for (auto const* route : paged_lists())
        for (auto const& sort : sorts_of(*route)) {
            auto const rising = walk(*route, 100, "sort=" + sort + "&order=ascending");
            auto falling = walk(*route, 100, "sort=" + sort + "&order=descending");
            std::ranges::reverse(falling);
            EXPECT_EQ(rising, falling) << route->path << " by " << sort;
        }
}

TEST(EveryList, means_the_first_sort_when_nothing_is_said) {
    for (auto const* route : paged_lists())
        EXPECT_EQ(walk(*route, 100, ""), walk(*route, 100, "sort=" + sorts_of(*route).front())) << route->path;
}

TEST(EveryList, refuses_a_cursor_it_has_not_given) {
    for (auto const* route : paged_lists())
        for (auto const* nonsense : {"nonsense", "eyJ9", "bnVsbA", "e30", "W10"})
            expect_refused(*route, std::string("cursor=") + nonsense, "cursor", "format");
}

TEST(EveryList, refuses_a_cursor_of_another_order_or_another_list) {
    std::string other_list;
    for (auto const* route : paged_lists()) {
        for (auto const& sort : sorts_of(*route))
            for (auto const* order : {"ascending", "descending"}) {
                auto const cursor = cursor_of(*route, "sort=" + sort + "&order=" + order);
                ASSERT_FALSE(cursor.empty()) << route->path;
                auto const other = std::string(order) == "ascending" ? "descending" : "ascending";
                expect_refused(*route, "sort=" + sort + "&order=" + other + "&cursor=" + cursor, "cursor", "format");
                for (auto const& another : sorts_of(*route))
                    if (another != sort)
                        expect_refused(*route, "sort=" + another + "&order=" + order + "&cursor=" + cursor, "cursor",
                                       "format");
            }
        if (!other_list.empty()) expect_refused(*route, "cursor=" + other_list, "cursor", "format");
        other_list = cursor_of(*route, "");
    }
}

TEST(EveryList, refuses_a_cursor_that_somebody_wrote_themselves) {
    for (auto const* route : paged_lists())
        for (auto const& sort : sorts_of(*route)) {
            auto const of = std::string(field_of(route->query, "sort")->type->bare().name) + "." + sort;
            for (auto const& key : {std::string("' OR 1=1 --"), std::string("99999999999999999999999"), std::string()})
                for (auto const& way : {std::string(), std::string("-")}) {
                    page::Place<page::ById> const by_id{of + way, key, {}};
                    page::Place<page::ByPosition> const by_position{of + way, key, {meta::kNoMost}};
                    page::Place<page::ByName> const by_name{of + way, key, {"'"}};
                    for (auto const& cursor :
                         {page::write_cursor(meta::of<page::Place<page::ById>>(), &by_id),
                          page::write_cursor(meta::of<page::Place<page::ByPosition>>(), &by_position),
                          page::write_cursor(meta::of<page::Place<page::ByName>>(), &by_name)}) {
                        auto const reply = reader_of(*route).get(
                            target_of(*route) + "sort=" + sort +
                            (way.empty() ? "&order=ascending" : "&order=descending") + "&cursor=" + cursor);
                        EXPECT_TRUE(reply.status == 200 || reply.status == 422)
                            << route->path << " " << sort << ": " << reply.status << " " << reply.body;
                    }
                }
        }
}

TEST(EveryList, shows_only_ones_own_rows_behind_a_cursor_of_another_house) {
    db::Database database({.address = support::fresh_address(support::Fresh::migrated), .readers = 4});
    support::Door door(database);
    auto const cast = support::make_cast(database);
    int led_on = 0;
    for (auto const* route : paged_lists()) {
        if (route->path.find('{') != std::string::npos || field_of(route->query, "programme_id") != nullptr) continue;
        for (auto reader : {cast.amir, cast.jo}) {
            auto const theirs = door.as(reader).get(route->path + "?limit=1");
            if (theirs.status != 200 || theirs.json().at("next_cursor").is_null()) continue;
            ++led_on;
            auto const own = door.as(cast.otto).get(route->path + "?limit=100").json().at("items").as_array();
            auto const behind = door.as(cast.otto).get(route->path + "?cursor=" + theirs.text("/next_cursor"));
            ASSERT_EQ(behind.status, 200) << route->path << ": " << behind.body;
            auto const page = behind.json();
            for (auto const& row : page.at("items").as_array())
                EXPECT_TRUE(std::ranges::find(own, row) != own.end())
                    << route->path << ": " << boost::json::serialize(row);
        }
    }
    EXPECT_GE(led_on, 4) << "people, departments, sites and levels at least";
}

TEST(EveryList, refuses_a_page_of_no_or_endless_rows_and_words_it_does_not_know) {
    for (auto const* route : paged_lists()) {
        for (auto const* limit : {"0", "-1", "101", "99999999999999999999"})
            expect_refused(*route, std::string("limit=") + limit, "limit", "");
        for (auto const* limit : {"many", "", "1.5", "1e2", "1e0", "1.0", "0x10", "+1", "%2B1", "%201", "1%20", "5;"})
            expect_refused(*route, std::string("limit=") + limit, "limit", "type");
        for (auto const* sort : {"nonsense", "", "id%3BDROP", "NAME", "-name"})
            expect_refused(*route, std::string("sort=") + sort, "sort", "");
        expect_refused(*route, "order=sideways", "order", "enum");
        expect_refused(*route, "cursor=", "cursor", "");
        expect_refused(*route, "limit=1&limit=2", "limit", "");
        expect_refused(*route, "offset=10", "offset", "unknown");
    }
}

TEST(EveryList, finds_nothing_for_what_nothing_is_called_and_takes_wildcards_for_themselves) {
    for (auto const* route : paged_lists())
        for (auto const* part : {"%25%25", "__", "no%20such", "%27%3B--", "!"}) {
            auto const reply = reader_of(*route).get(target_of(*route) + "search=" + part);
            ASSERT_EQ(reply.status, 200) << route->path << ": " << reply.body;
            auto const answer = reply.json();
            EXPECT_TRUE(answer.at("items").as_array().empty()) << route->path << " " << part << " " << reply.body;
        }
}

TEST(EveryList, searches_within_its_sort) {
    for (auto const* route : paged_lists())
        for (auto const& sort : sorts_of(*route)) {
            auto const whole = walk(*route, 100, "sort=" + sort);
            auto found = walk(*route, 3, "search=a&sort=" + sort);
            auto next = found.begin();
            for (auto const& row : whole)
                if (next != found.end() && *next == row) ++next;
            EXPECT_EQ(next, found.end()) << route->path << " " << sort << " loses its order when searched";
        }
}
