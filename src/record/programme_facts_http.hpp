#pragma once

#include "access/call.hpp"
#include "record/programme_facts.hpp"

namespace record {

// For whoever takes part, coordinates, stands for the programme or analyses it.
base::Result<ProgrammeFacts> show_programme_facts(access::Call& call);

}  // namespace record
