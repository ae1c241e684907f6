# One INTERFACE target carries the warnings; modules and programs link it privately.
add_library(facespace_warnings INTERFACE)
target_compile_options(facespace_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
  $<$<BOOL:${FACESPACE_WERROR}>:-Werror>)

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
# GUI programs run under Xvfb through the wrapper script in tests/gui.
function(facespace_test name)
  cmake_parse_arguments(ARG "GUI" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 60)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} facespace_warnings)
  if(ARG_GUI)
    target_link_libraries(${name} PRIVATE GTest::gtest)
  else()
    target_link_libraries(${name} PRIVATE GTest::gtest_main)
  endif()
  target_compile_definitions(${name} PRIVATE
    FACESPACE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" FACESPACE_BINARY_DIR="${PROJECT_BINARY_DIR}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
  # Windows on one display take the keyboard from each other: one such test at a time, whatever ctest's -j.
  set(lock "")
  if(ARG_GUI)
    set(lock RESOURCE_LOCK display)
  endif()
  gtest_discover_tests(${name} TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
    PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT} ${lock})
endfunction()

# facespace_widget_module(…): a module with Qt, moc and no Qt keywords.
function(facespace_widget_module name)
  facespace_module(${name} ${ARGN})
  set_target_properties(facespace_${name} PROPERTIES AUTOMOC ON)
  target_compile_definitions(facespace_${name} PUBLIC QT_NO_KEYWORDS)
  target_link_libraries(facespace_${name} PUBLIC Qt6::Widgets)
endfunction()
