#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "support/door.hpp"

namespace {

std::string committed_contract() {
    std::ifstream file(OBVERSE_SOURCE_DIR "/docs/api/openapi.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The front end is built and reviewed without a compiler, so the document it is typed from is committed.
TEST(TheContract, is_the_committed_document) {
    support::Door door;
    EXPECT_TRUE(http::openapi(door.house().router(), app::document_head()) == committed_contract())
        << "routes or shapes have changed: run bin/setup api and commit what it writes";
}

}  // namespace
