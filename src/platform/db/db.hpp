#pragma once
// The database: one SQL text on SQLite and PostgreSQL (docs/operate/database.md).

#include "platform/db/database.hpp"
#include "platform/db/error.hpp"
#include "platform/db/tx.hpp"
#include "platform/db/value.hpp"
