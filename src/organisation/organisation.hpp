#pragma once
// An organisation: the tenant. The slug stands in the sign-in address of an installation with several.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace organisation {

struct Organisation {
    access::OrganisationId organisation_id;
    std::string name;
    std::string slug;
    std::string language;   // of a catalogue we have; what a newcomer is spoken to in
    std::string time_zone;  // IANA
    bool is_demo = false;
    base::Instant created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Organisation, (),
                      (organisation_id, name, slug, language, time_zone, is_demo, created_at, version))

struct Settings {
    std::optional<std::string> name;
    std::optional<std::string> language;
    std::optional<std::string> time_zone;
};

// What is left out stays as it was. Refused with every wrong field at once: an empty name, a language without a
// catalogue, a zone that does not exist.
base::Result<Organisation> change(Organisation organisation, Settings const& settings);

// "Nordlys A/S" -> "nordlys-a-s": 1 to 40 of a-z 0-9 and single hyphens; "organisation" when nothing is left.
std::string slug_from(std::string_view name);

base::Refusal already_set_up();
base::Refusal wrong_set_up_code();

}  // namespace organisation
