#pragma once

#include <array>
#include <string>
#include <vector>

#include "organisation/organisation.hpp"
#include "platform/meta.hpp"

namespace organisation {

struct OrganisationAnswer {
    access::OrganisationId id;
    std::string name;
    std::string slug;
    std::string language;
    std::vector<std::string> languages;
    std::string time_zone;
    bool is_demo = false;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OrganisationAnswer, (), (id, name, slug, language, languages, time_zone, is_demo, version))

struct OrganisationChange {
    std::optional<std::string> name = {};
    std::optional<std::string> language = {};
    std::optional<std::string> time_zone;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OrganisationChange, (), (name, language, time_zone, version))

// What a browser needs to know before anybody is signed in.
enum class EntranceState {
    set_up,   // no organisation yet: the set-up page with the one-time code
    sign_in,  // `organisation` says whose page it is
    choose,   // several organisations and no name of one: the address is /o/{slug}
};
BOOST_DESCRIBE_ENUM(EntranceState, set_up, sign_in, choose)

struct EntranceQuery {
    std::optional<std::string> organisation;
};
BOOST_DESCRIBE_STRUCT(EntranceQuery, (), (organisation))

struct Entrance {
    EntranceState state = EntranceState::sign_in;
    std::optional<std::string> organisation = {};  // its slug
    std::optional<std::string> name = {};
    std::optional<std::string> language = {};
    bool is_demo = false;
};
BOOST_DESCRIBE_STRUCT(Entrance, (), (state, organisation, name, language, is_demo))

}  // namespace organisation

template <>
inline constexpr auto meta::limits<organisation::OrganisationAnswer> =
    std::array{meta::doc("languages", "Those that Obverse speaks: one catalogue each"),
               meta::doc("slug", "Stands in the sign-in address of an installation with several organisations")};
template <>
inline constexpr auto meta::limits<organisation::OrganisationChange> = std::array{
    meta::Limit{"name", 1, 200, "Name of the organisation"}, meta::Limit{"language", 2, 35, "Tag of a catalogue"},
    meta::Limit{"time_zone", 1, 64, "IANA name: Europe/Berlin"}, meta::doc("version", "As it was read")};
template <>
inline constexpr auto meta::limits<organisation::EntranceQuery> = std::array{
    meta::Limit{"organisation", 1, 40, "Slug of the address; left out where one organisation signs in at /"}};
