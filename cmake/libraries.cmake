# What each room links from outside. Everything is a Debian 12 package (bin/setup installs them).
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(prometheus-cpp REQUIRED COMPONENTS core)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(CURL REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(sqlite REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(pq REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlienc)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(cmark REQUIRED IMPORTED_TARGET libcmark)
pkg_check_modules(ical REQUIRED IMPORTED_TARGET libical)
pkg_check_modules(png REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(turbojpeg REQUIRED IMPORTED_TARGET libturbojpeg)

add_library(libraries_of_base INTERFACE)
target_link_libraries(libraries_of_base INTERFACE fmt::fmt ICU::uc ICU::i18n)

add_library(libraries_of_platform INTERFACE)
target_compile_definitions(libraries_of_platform INTERFACE SPDLOG_COMPILED_LIB SPDLOG_FMT_EXTERNAL)
target_link_libraries(
  libraries_of_platform
  INTERFACE Boost::json
            spdlog::spdlog
            prometheus-cpp::core
            OpenSSL::SSL
            OpenSSL::Crypto
            ZLIB::ZLIB
            CURL::libcurl
            PkgConfig::sodium
            PkgConfig::sqlite
            PkgConfig::pq
            PkgConfig::brotli
            PkgConfig::zip
            PkgConfig::qrencode
            PkgConfig::cmark
            PkgConfig::xlsxwriter
            ICU::data
            Threads::Threads)

add_library(libraries_of_meeting INTERFACE)
target_link_libraries(libraries_of_meeting INTERFACE PkgConfig::ical ICU::i18n)
add_library(libraries_of_message INTERFACE)
target_link_libraries(libraries_of_message INTERFACE PkgConfig::png PkgConfig::turbojpeg)

if(OBVERSE_TESTS)
  find_package(GTest REQUIRED)
  # test_ground: GoogleTest and what every test may use; test_doors adds the real router and a real database.
  add_library(test_ground INTERFACE)
  target_include_directories(test_ground INTERFACE ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/src)
  target_compile_definitions(test_ground INTERFACE OBVERSE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(test_ground INTERFACE GTest::gtest GTest::gmock GTest::gtest_main)
  # test_platform: what needs nothing above platform: SQLite or a PostgreSQL of the program's own, a mail server, and
  # whoever asks for a blind signature.
  set(above_nothing databases postgresql_cluster smtp_server blind_asker)
  list(TRANSFORM above_nothing REPLACE "(.+)" "${CMAKE_SOURCE_DIR}/tests/support/\\1.cpp")
  add_library(test_platform STATIC ${above_nothing})
  target_link_libraries(test_platform PRIVATE warnings PUBLIC room_platform test_ground)
  add_library(libraries_of_rules_platform INTERFACE)
  target_link_libraries(libraries_of_rules_platform INTERFACE test_platform)
  file(GLOB support CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cpp)
  if(support)
    list(REMOVE_ITEM support ${above_nothing})
    add_library(test_doors STATIC ${support})
    target_link_libraries(test_doors PRIVATE warnings PUBLIC room_app test_platform test_ground)
    separate_arguments(test_flags UNIX_COMMAND "${OBVERSE_TEST_FLAGS}")
    target_compile_options(test_doors PRIVATE ${test_flags})
  endif()
endif()
