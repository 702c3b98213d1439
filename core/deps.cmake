# deps: where the sources of the five C libraries come from.
#
# In: the table at the end (version, SHA-256 of the archive, where it is served).
# Out: for each library the variable HONMONO_<LIB>_SOURCE = a directory with its
#   unpacked sources; native and wasm builds use the same one.
# Why: nothing is vendored, nothing is taken from the system, and an archive
#   whose hash is not the pinned one is never unpacked.
#
# Channels, in this order:
#   1. -DHONMONO_<LIB>_SOURCE=dir           your own copy, no questions asked
#   2. build/deps/                          what an earlier configure fetched
#   3. the upstream release                 one try, ten seconds
#   4. the Debian source package            apt, from the mirror this machine uses,
#                                           with package lists of its own in build/deps/apt
#   5. the npm package that carries them    npm pack, without running anything of it
# uriparser and libpsl have no channel 3: their Debian archives are repacked, so
# their upstream hashes could not be compared with what is built and tested here.
# quirc is in no stable Debian, and has only channel 5.

# As a part of another project nothing new is written beside our sources.
set(deps ${PROJECT_SOURCE_DIR}/build/deps)
if(NOT PROJECT_IS_TOP_LEVEL AND NOT EXISTS ${deps})
  set(deps ${PROJECT_BINARY_DIR}/deps)
endif()
set(HONMONO_DEPS_DIR ${deps} CACHE PATH "Where fetched library sources are kept")

# The machine's own Debian mirror as deb-src lines for the suites that the table
# names, written to `file`. Sets `found` to false where there is no such mirror.
function(honmono_write_apt_sources file found)
  set(suites bookworm trixie)
  set(text "")
  file(GLOB lists /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources)
  foreach(list IN LISTS lists)
    file(STRINGS ${list} lines)
    foreach(line IN LISTS lines)
      # "deb [signed-by=...] http://mirror/debian bookworm main" or "URIs: http://mirror/debian"
      if(line MATCHES "^(deb|deb-src) +(\\[[^]]*\\] +)?([a-z+]+:[^ ]*/debian/?) " OR
         line MATCHES "^(URIs): *()([a-z+]+:[^ ]*/debian/?) *$")
        set(mirror ${CMAKE_MATCH_3})
        if(NOT text)
          foreach(suite IN LISTS suites)
            string(APPEND text "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror} ${suite} main\n")
          endforeach()
        endif()
      endif()
    endforeach()
  endforeach()
  file(WRITE ${file} "${text}")
  if(text)
    set(${found} TRUE PARENT_SCOPE)
  else()
    set(${found} FALSE PARENT_SCOPE)
  endif()
endfunction()

# Runs a command in HONMONO_DEPS_DIR. Sets `problem` to "" or to what went wrong with `what`.
function(honmono_run what problem)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${HONMONO_DEPS_DIR}
                  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(result EQUAL 0)
    set(${problem} "" PARENT_SCOPE)
  else()
    string(STRIP "${output}" output)
    set(${problem} "${what} failed: ${output}" PARENT_SCOPE)
  endif()
endfunction()

# Fetches the source archive of Debian `package` from `suite` into
# HONMONO_DEPS_DIR. The lists are updated once for all libraries. Sets `problem`
# to "" or to one line that says what went wrong.
function(honmono_fetch_debian package suite problem)
  set(apt ${HONMONO_DEPS_DIR}/apt)
  find_program(HONMONO_APT_GET apt-get)
  mark_as_advanced(HONMONO_APT_GET)
  if(NOT HONMONO_APT_GET)
    set(${problem} "no apt-get on this system" PARENT_SCOPE)
    return()
  endif()
  file(MAKE_DIRECTORY ${apt}/lists/partial ${apt}/archives/partial)
  honmono_write_apt_sources(${apt}/sources.list found)
  if(NOT found)
    set(${problem} "no Debian mirror in /etc/apt" PARENT_SCOPE)
    return()
  endif()
  set(command ${CMAKE_COMMAND} -E env LC_ALL=C ${HONMONO_APT_GET} -qq
      -o Dir::Etc::SourceList=${apt}/sources.list -o Dir::Etc::SourceParts=/dev/null
      -o Dir::State::Lists=${apt}/lists -o Dir::Cache=${apt}
      -o APT::Sandbox::User= -o Acquire::Retries=2 -o Acquire::Languages=none)
  get_property(updated GLOBAL PROPERTY HONMONO_APT_UPDATED)
  if(NOT updated)
    message(STATUS "Updating package lists in ${apt}")
    honmono_run("apt-get update" failure ${command} update)
    if(failure)
      set(${problem} "${failure}" PARENT_SCOPE)
      return()
    endif()
    set_property(GLOBAL PROPERTY HONMONO_APT_UPDATED TRUE)
  endif()
  honmono_run("apt-get source ${package}/${suite}" failure
              ${command} source --download-only --tar-only ${package}/${suite})
  set(${problem} "${failure}" PARENT_SCOPE)
endfunction()

# Fetches the archive of npm `package` (name@version) into HONMONO_DEPS_DIR. Sets
# `problem` to "" or to one line that says what went wrong.
function(honmono_fetch_npm package problem)
  find_program(HONMONO_NPM npm)
  mark_as_advanced(HONMONO_NPM)
  if(NOT HONMONO_NPM)
    set(${problem} "no npm on this system" PARENT_SCOPE)
    return()
  endif()
  honmono_run("npm pack ${package}" failure ${HONMONO_NPM}
              pack --silent --ignore-scripts --pack-destination ${HONMONO_DEPS_DIR} ${package})
  set(${problem} "${failure}" PARENT_SCOPE)
endfunction()

# Sets `problem` to "" when `archive` is there with the pinned hash; a wrong one
# is removed, so that the next configure asks again.
function(honmono_check_archive archive sha256 problem)
  if(NOT EXISTS ${archive})
    set(${problem} "nothing was downloaded" PARENT_SCOPE)
    return()
  endif()
  file(SHA256 ${archive} actual)
  if(actual STREQUAL sha256)
    set(${problem} "" PARENT_SCOPE)
  else()
    file(REMOVE ${archive})
    set(${problem} "wrong SHA-256: got ${actual}, want ${sha256}" PARENT_SCOPE)
  endif()
endfunction()

# honmono_dependency(LIB VERSION v SHA256 h ARCHIVE file PROBE file [UPSTREAM url]
#                    DEBIAN package/suite | NPM name@version)
# PROBE is a file that a right source directory holds.
function(honmono_dependency lib)
  cmake_parse_arguments(arg "" "VERSION;SHA256;ARCHIVE;DEBIAN;NPM;PROBE;UPSTREAM" "" ${ARGN})
  set(override HONMONO_${lib}_SOURCE)
  set(${override} "" CACHE PATH "Directory with the sources of ${lib} ${arg_VERSION} (empty: fetch them)")
  if(${override})
    if(NOT EXISTS ${${override}}/${arg_PROBE})
      message(FATAL_ERROR "-D${override}=${${override}}: no ${arg_PROBE} in there")
    endif()
    return()
  endif()

  string(TOLOWER ${lib} name)
  set(source ${HONMONO_DEPS_DIR}/${name}-${arg_VERSION})
  set(archive ${HONMONO_DEPS_DIR}/${arg_ARCHIVE})
  file(MAKE_DIRECTORY ${HONMONO_DEPS_DIR})
  file(LOCK ${HONMONO_DEPS_DIR}/lock GUARD FUNCTION TIMEOUT 300)
  if(NOT EXISTS ${source}/${arg_PROBE})
    honmono_check_archive(${archive} ${arg_SHA256} problem)
    set(tried "")
    if(problem AND arg_UPSTREAM)
      message(STATUS "Fetching ${name} ${arg_VERSION} (upstream release)")
      file(DOWNLOAD ${arg_UPSTREAM} ${archive} TIMEOUT 10 STATUS status)
      list(GET status 0 code)
      if(code EQUAL 0)
        honmono_check_archive(${archive} ${arg_SHA256} problem)
      else()
        list(GET status 1 problem)
        file(REMOVE ${archive})
      endif()
      string(APPEND tried "\n  upstream release: ${problem}")
    endif()
    if(problem AND arg_NPM)
      message(STATUS "Fetching ${name} ${arg_VERSION} (npm package ${arg_NPM})")
      honmono_fetch_npm(${arg_NPM} problem)
      if(NOT problem)
        honmono_check_archive(${archive} ${arg_SHA256} problem)
      endif()
      string(APPEND tried "\n  npm package: ${problem}")
    elseif(problem)
      message(STATUS "Fetching ${name} ${arg_VERSION} (Debian source package ${arg_DEBIAN})")
      string(REPLACE "/" ";" debian ${arg_DEBIAN})
      honmono_fetch_debian(${debian} problem)
      if(NOT problem)
        honmono_check_archive(${archive} ${arg_SHA256} problem)
      endif()
      string(APPEND tried "\n  Debian source package: ${problem}")
    endif()
    if(problem)
      message(FATAL_ERROR "No source for ${name} ${arg_VERSION}.${tried}\n"
        "  Unpack that version yourself and configure with -D${override}=dir")
    endif()
    honmono_unpack(${archive} ${source})
  endif()
  if(NOT EXISTS ${source}/${arg_PROBE})
    message(FATAL_ERROR "${source}: no ${arg_PROBE} in there; remove that directory and configure again, "
      "or configure with -D${override}=dir")
  endif()
  set(${override} ${source} PARENT_SCOPE)
endfunction()

# Unpacks `archive`, which holds one directory, to `source`; whole or not at all.
function(honmono_unpack archive source)
  file(REMOVE_RECURSE ${source} ${source}.partial)
  file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${source}.partial)
  file(GLOB directory ${source}.partial/*)
  list(LENGTH directory count)
  if(count EQUAL 1)
    file(RENAME ${directory} ${source})
    file(REMOVE_RECURSE ${source}.partial)
  else()
    file(RENAME ${source}.partial ${source})
  endif()
endfunction()

honmono_dependency(CJSON VERSION 1.7.18 PROBE cJSON.c DEBIAN cjson/trixie
  ARCHIVE cjson_1.7.18.orig.tar.gz
  SHA256 3aa806844a03442c00769b83e99970be70fbef03735ff898f4811dd03b9f5ee5
  UPSTREAM https://github.com/DaveGamble/cJSON/archive/refs/tags/v1.7.18.tar.gz)
honmono_dependency(URIPARSER VERSION 0.9.8 PROBE src/UriParse.c DEBIAN uriparser/trixie
  ARCHIVE uriparser_0.9.8+dfsg.orig.tar.xz
  SHA256 cccb1fc1184b0f79fe164131dc73634997ecaf225186691bda3af84dee7809be)
if(HONMONO_TESTS)
  honmono_dependency(UTF8PROC VERSION 2.8.0 PROBE utf8proc.c DEBIAN utf8proc/bookworm
    ARCHIVE utf8proc_2.8.0.orig.tar.gz
    SHA256 a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc
    UPSTREAM https://github.com/JuliaStrings/utf8proc/archive/refs/tags/v2.8.0.tar.gz)
endif()
honmono_dependency(LIBPSL VERSION 0.21.2 PROBE src/psl.c DEBIAN libpsl/bookworm
  ARCHIVE libpsl_0.21.2.orig.tar.xz
  SHA256 11e34380f2c81d6e72c710464aae3b680df4ddcc1007826c630fb03c7ca6aa54)
honmono_dependency(QUIRC VERSION 1.0 PROBE deps/quirc/quirc.c NPM node-quirc@2.3.0
  ARCHIVE node-quirc-2.3.0.tgz
  SHA256 45199ce3fe12b4308b6386e1806525cc16bdfab5fbc50c52bf1379a8a50dc603)
