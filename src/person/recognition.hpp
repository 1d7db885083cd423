#pragma once
// Who a row of an export means: somebody known, by number, then by e-mail, then (confirmed) by name and hiring day;
// or somebody new. Rows that mean nobody for certain, or somebody an earlier row meant, are refused with their reason.

#include "person/import_roll.hpp"

namespace person {

void recognise_rows(ImportRoll& roll);

}  // namespace person
