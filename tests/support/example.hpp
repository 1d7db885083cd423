#pragma once
// Recorded examples: docs/api/examples/<name>.json, which the API pages show and the front end's tests answer with.
// Compared with every answer a test calls an example; with OBVERSE_RECORD=1 in the environment written instead.
//
//   support::expect_example("people/person", door.as(cast.jo).get("/api/people/" + cast.ana.text()));
//
// Ids and clock must be seeded. Secrets (links, codes) are named by their pointers and stand as "…".

#include <string>
#include <vector>

#include "support/door.hpp"

namespace support {

void expect_example(std::string const& name, Reply const& reply, std::vector<std::string> const& secrets = {});

}  // namespace support
