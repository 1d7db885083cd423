# embedded_files: what the one binary carries (migrations, catalogues, content, the built front end), as they are.
# platform/embedded.hpp finds them by their path in the repository.
file(GLOB_RECURSE carried CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
     ${CMAKE_SOURCE_DIR}/db/migrations/*.sql ${CMAKE_SOURCE_DIR}/locales/*.json ${CMAKE_SOURCE_DIR}/content/*
     ${CMAKE_SOURCE_DIR}/web/dist/*)
list(FILTER carried EXCLUDE REGEX "/README\\.md$")
list(SORT carried)

set(octets "")
set(entries "")
set(number 0)
foreach(path IN LISTS carried)
  string(APPEND octets "name_${number}: .asciz \"${path}\"\nfile_${number}: .incbin \"${CMAKE_SOURCE_DIR}/${path}\"\n"
                       "file_${number}_end: .byte 0\n")
  string(APPEND entries ".quad name_${number}, file_${number}, file_${number}_end\n")
  math(EXPR number "${number} + 1")
endforeach()

set(assembly ${CMAKE_BINARY_DIR}/embedded_files.S)
file(CONFIGURE OUTPUT ${assembly} @ONLY CONTENT [[
.section .rodata
@octets@
.section .data.rel.ro,"aw"
.balign 8
.global obverse_embedded_files
obverse_embedded_files:
@entries@
.quad 0, 0, 0
.section .note.GNU-stack,"",%progbits
]])
list(TRANSFORM carried PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE carried_paths)
set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${carried_paths}")
add_library(embedded_files STATIC ${assembly})
target_link_libraries(libraries_of_platform INTERFACE embedded_files)
