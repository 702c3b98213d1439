# libraries: the five C libraries as static libraries, built from the sources
# that deps.cmake found.
#
# Out: targets honmono_cjson, honmono_uriparser, honmono_libpsl, honmono_quirc, and
#   their union honmono_libraries; honmono_utf8proc, which only the tests compare with;
#   HONMONO_SUFFIX_LIST_DATE. The prefix keeps out of the way of a project that
#   builds libraries of these names itself.
# Their warnings are their authors' business (-w); under sanitizers they get the
# address sanitizer only.

function(honmono_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;INCLUDE;DEFINE;DEFINE_PRIVATE" ${ARGN})
  set(name honmono_${name})
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} SYSTEM PUBLIC ${arg_INCLUDE})
  target_compile_definitions(${name} PUBLIC ${arg_DEFINE} PRIVATE ${arg_DEFINE_PRIVATE})
  # Optimised in every build: uriparser recurses once per character and would
  # overflow the stack at -O0 or under the address sanitizer.
  target_compile_options(${name} PRIVATE -w -ffunction-sections -fdata-sections
    $<$<NOT:$<CONFIG:Release,MinSizeRel,RelWithDebInfo>>:-O2>)
  if(NOT EMSCRIPTEN)
    set_target_properties(${name} PROPERTIES C_VISIBILITY_PRESET hidden POSITION_INDEPENDENT_CODE ON)
  endif()
  if(HONMONO_SANITIZE)
    target_compile_options(${name} PRIVATE -fsanitize=address)
  endif()
endfunction()

honmono_library(cjson SOURCES ${HONMONO_CJSON_SOURCE}/cJSON.c INCLUDE ${HONMONO_CJSON_SOURCE})

if(HONMONO_TESTS AND NOT EMSCRIPTEN)
  honmono_library(utf8proc SOURCES ${HONMONO_UTF8PROC_SOURCE}/utf8proc.c INCLUDE ${HONMONO_UTF8PROC_SOURCE}
    DEFINE UTF8PROC_STATIC)
endif()

set(generated ${PROJECT_BINARY_DIR}/generated)
file(CONFIGURE OUTPUT ${generated}/uriparser/UriConfig.h @ONLY CONTENT
"#if !defined(URI_CONFIG_H)
#define URI_CONFIG_H 1
#define PACKAGE_VERSION \"0.9.8\"
#endif
")
file(GLOB uriparser_sources ${HONMONO_URIPARSER_SOURCE}/src/*.c)
honmono_library(uriparser SOURCES ${uriparser_sources}
  INCLUDE ${HONMONO_URIPARSER_SOURCE}/include ${generated}/uriparser
  DEFINE URI_STATIC_BUILD URI_NO_UNICODE DEFINE_PRIVATE URI_LIBRARY_BUILD)

# libpsl: no files, no IDNA library, only its built-in list, which its own
# script makes from ours. The script's own statistics hold a file time and a
# path, which differ from machine to machine: plain output plus fixed values.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(suffix_list ${PROJECT_SOURCE_DIR}/core/data/public_suffix_list.dat)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${suffix_list})
file(STRINGS ${suffix_list} first_line LIMIT_COUNT 1)
string(REGEX MATCH "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]" HONMONO_SUFFIX_LIST_DATE "${first_line}")
set(psl ${generated}/libpsl)
file(CONFIGURE OUTPUT ${psl}/config.h @ONLY CONTENT
"#define ENABLE_BUILTIN 1
#define HAVE_STRINGS_H 1
#define HAVE_ALLOCA_H 1
#define PACKAGE_VERSION \"0.21.2\"
")
file(CONFIGURE OUTPUT ${psl}/suffixes_dafsa.h @ONLY CONTENT
"#include \"suffixes_automaton.h\"
static time_t _psl_file_time = 0;
static int _psl_nsuffixes = 0, _psl_nexceptions = 0, _psl_nwildcards = 0;
static const char _psl_sha1_checksum[] = \"\";
static const char _psl_filename[] = \"\";
")
set(LIBPSL_VERSION 0.21.2)
set(LIBPSL_VERSION_MAJOR 0)
set(LIBPSL_VERSION_MINOR 21)
set(LIBPSL_VERSION_PATCH 2)
set(LIBPSL_VERSION_NUMBER 0x001502)
configure_file(${HONMONO_LIBPSL_SOURCE}/include/libpsl.h.in ${psl}/include/libpsl.h @ONLY)
add_custom_command(OUTPUT ${psl}/suffixes_automaton.h
  COMMAND Python3::Interpreter ${HONMONO_LIBPSL_SOURCE}/src/psl-make-dafsa --output-format=cxx --encoding=ascii
          ${suffix_list} ${psl}/suffixes_automaton.h
  DEPENDS ${suffix_list} COMMENT "Making the suffix automaton" VERBATIM)
honmono_library(libpsl
  SOURCES ${HONMONO_LIBPSL_SOURCE}/src/psl.c ${HONMONO_LIBPSL_SOURCE}/src/lookup_string_in_fixed_set.c
          ${psl}/suffixes_automaton.h
  INCLUDE ${psl}/include DEFINE_PRIVATE HAVE_CONFIG_H)
target_include_directories(honmono_libpsl PRIVATE ${psl})

# quirc: its own limits, but for the regions of a picture: the default 254 is too few
# for a photograph. And it looks for a code's fourth corner in circles round where it
# should be: where that is far outside of the picture, for minutes. In what is built here
# the circles end where they are larger than the picture.
file(GLOB quirc_sources ${HONMONO_QUIRC_SOURCE}/deps/quirc/*.c)
list(FILTER quirc_sources EXCLUDE REGEX "/identify\\.c$")
file(READ ${HONMONO_QUIRC_SOURCE}/deps/quirc/identify.c identify)
set(circles "while (step_size * step_size < size_estimate * 100) {")
string(FIND "${identify}" "${circles}" place)
if(place EQUAL -1)
  message(FATAL_ERROR "quirc: find_alignment_pattern() is another one: see whether it still needs its limit")
endif()
string(REPLACE "${circles}"
  "while (step_size * step_size < size_estimate * 100 && step_size < q->w + q->h) {"
  identify "${identify}")
file(CONFIGURE OUTPUT ${generated}/quirc/identify.c @ONLY CONTENT "${identify}")
list(APPEND quirc_sources ${generated}/quirc/identify.c)
honmono_library(quirc SOURCES ${quirc_sources} INCLUDE ${HONMONO_QUIRC_SOURCE}/deps/quirc
  DEFINE_PRIVATE QUIRC_MAX_REGIONS=65534)

add_library(honmono_libraries INTERFACE)
target_link_libraries(honmono_libraries INTERFACE honmono_cjson honmono_uriparser honmono_libpsl honmono_quirc)
if(NOT EMSCRIPTEN)
  target_link_libraries(honmono_quirc PUBLIC m)
endif()
