# Oracles are too large for sanitized code: oracle_<room> builds the room's numeric sources and their tests a second
# time at -O2 without sanitizers, with OBVERSE_ORACLE defined so that the tests run all their cases.
function(add_oracle room)
  file(GLOB sources CONFIGURE_DEPENDS ${ARGN})
  add_executable(oracle_${room} ${sources})
  target_compile_definitions(oracle_${room} PRIVATE OBVERSE_ORACLE)
  target_compile_options(oracle_${room} PRIVATE -O2 -fno-sanitize=all)
  target_link_libraries(oracle_${room} PRIVATE room_base PkgConfig::sodium test_ground warnings)
  add_test(NAME oracle_${room} COMMAND oracle_${room})
endfunction()

add_oracle(matching ${CMAKE_SOURCE_DIR}/src/matching/engine/*.cpp)
add_oracle(statistics ${CMAKE_SOURCE_DIR}/src/statistics/*.cpp)
