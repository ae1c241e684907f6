# One INTERFACE target carries the warnings; modules and programs link it privately.
add_library(facespace_warnings INTERFACE)
target_compile_options(facespace_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
  $<$<BOOL:${FACESPACE_WERROR}>:-Werror>)
# These of GCC come from the optimiser and are often wrong where it inlines much: they are told, but no error.
if(FACESPACE_WERROR AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(facespace_warnings INTERFACE
    -Wno-error=maybe-uninitialized -Wno-error=restrict -Wno-error=stringop-overflow -Wno-error=array-bounds)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
    target_compile_options(facespace_warnings INTERFACE -Wno-error=free-nonheap-object)
  endif()
  if(CMAKE_UNITY_BUILD)
    # There every file but the unit itself is an included one.
    target_compile_options(facespace_warnings INTERFACE -Wno-subobject-linkage)
  endif()
endif()

# facespace_apart(FILES …): compiled alone in a unity build too, because they name something that another file of their module
# names.
function(facespace_apart)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# facespace_module(NAME SOURCES … PUBLIC … PRIVATE …): a static library facespace_NAME, alias facespace::NAME.
# Headers are included from the repository's root: #include "core/common/result.h".
function(facespace_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(facespace_${name} STATIC ${ARG_SOURCES})
  add_library(facespace::${name} ALIAS facespace_${name})
  target_include_directories(facespace_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(facespace_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} facespace_warnings)
endfunction()

# facespace_test(NAME SOURCES … LIBS … LABELS … [TIMEOUT s] [GUI]): one GoogleTest program; each test is one CTest test.
# Each test of a GUI program has an X server of its own: windows on one display take the keyboard from each other.
# Tests named …InTime hold limits of time: they are labelled perf, run with nothing beside them, and CI leaves them out.
function(facespace_test name)
  cmake_parse_arguments(ARG "GUI" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)  # for what hangs: a machine that is eight times as slow is no reason to fail
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} facespace_warnings)
  if(ARG_GUI)
    target_link_libraries(${name} PRIVATE GTest::gtest)
  else()
    target_link_libraries(${name} PRIVATE GTest::gtest_main)
  endif()
  # What is tested is optimised; the tests themselves need not be, and take a quarter less time to compile.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  target_compile_definitions(${name} PRIVATE
    FACESPACE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" FACESPACE_BINARY_DIR="${PROJECT_BINARY_DIR}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
  if(ARG_GUI)
    # GoogleTest's module puts this before the program, also where nothing is cross-compiled.
    set_target_properties(${name} PROPERTIES CROSSCOMPILING_EMULATOR "${PROJECT_SOURCE_DIR}/tests/gui/with_display.sh")
  endif()
  if("unit" IN_LIST ARG_LABELS OR "sanitized" IN_LIST ARG_LABELS)
    add_dependencies(sanitized-tests ${name})
  endif()
  if("threads" IN_LIST ARG_LABELS)
    add_dependencies(threads-tests ${name})
  endif()
  set(how TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 300)
  gtest_discover_tests(${name} ${how} TEST_FILTER "-*InTime*" TEST_LIST ${name}_TESTS PROPERTIES TIMEOUT ${ARG_TIMEOUT})
  gtest_discover_tests(${name} ${how} TEST_FILTER "*InTime*" TEST_LIST ${name}_PERF
    PROPERTIES LABELS perf RUN_SERIAL TRUE TIMEOUT ${ARG_TIMEOUT})
  # As the programs do (keepFreedMemory()): freed blocks stay, since pages cost most of the time of many small runs on some
  # machines. Neither these nor several labels survive the lists of gtest_discover_tests().
  set(memory "MALLOC_MMAP_THRESHOLD_=33554432;MALLOC_TRIM_THRESHOLD_=268435456;MALLOC_TOP_PAD_=16777216")
  set(labels "${CMAKE_CURRENT_BINARY_DIR}/${name}_labels.cmake")
  file(WRITE "${labels}" "foreach(test IN LISTS ${name}_TESTS)\n"
    "  set_tests_properties(\"\${test}\" PROPERTIES LABELS \"${ARG_LABELS}\" ENVIRONMENT \"${memory}\")\nendforeach()\n")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${labels}")
endfunction()

# facespace_widget_module(…): a module with Qt, moc and no Qt keywords.
function(facespace_widget_module name)
  facespace_module(${name} ${ARGN})
  set_target_properties(facespace_${name} PROPERTIES AUTOMOC ON)
  target_compile_definitions(facespace_${name} PUBLIC QT_NO_KEYWORDS)
  target_link_libraries(facespace_${name} PUBLIC Qt6::Widgets)
endfunction()
