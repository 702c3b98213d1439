# install: what `cmake --install` copies, for programs that are not ours.
#
# In: honmono_core, honmono_libraries, the program honmono.
# Out: libhonmono.so with its version, libhonmono.a, honmono.h, honmono.pc, the CMake
#   package, the program, its manual and completions, honmono-mark for mail servers.
# Why one object in libhonmono.a: an archive cannot hide what its members share with
#   each other, so a program with a cJSON of its own would get two. All of ours are
#   linked to one object, in which only the names of honmono.h stay global.

include(GNUInstallDirs)

file(STRINGS ${PROJECT_SOURCE_DIR}/wasm/exports.txt public REGEX "^honmono_")
get_target_property(libraries honmono_libraries INTERFACE_LINK_LIBRARIES)
set(parts honmono_core ${libraries})

add_library(honmono_shared SHARED $<TARGET_OBJECTS:honmono_core>)
target_link_libraries(honmono_shared PRIVATE honmono_libraries honmono_flags)
# 0.x: every minor version may break the interface, so it is part of the library's name.
set(interface ${PROJECT_VERSION_MAJOR})
if(interface EQUAL 0)
  set(interface 0.${PROJECT_VERSION_MINOR})
endif()
set_target_properties(honmono_shared PROPERTIES OUTPUT_NAME honmono LINKER_LANGUAGE C
  VERSION ${PROJECT_VERSION} SOVERSION ${interface})
if(NOT APPLE AND NOT WIN32)
  target_link_options(honmono_shared PRIVATE -Wl,--exclude-libs,ALL -Wl,--gc-sections)
  if(NOT HONMONO_SANITIZE)
    target_link_options(honmono_shared PRIVATE -Wl,-z,defs)
  endif()
endif()

# Where there is no objcopy (and under sanitizers) only the shared library is made.
set(static "")
if(CMAKE_OBJCOPY AND NOT APPLE AND NOT WIN32 AND NOT HONMONO_SANITIZE)
  set(static ${PROJECT_BINARY_DIR}/libhonmono.a)
  set(object ${PROJECT_BINARY_DIR}/honmono_whole.o)
  # Grouped sections (the helpers of 32-bit code) would be dropped for those of another object.
  include(CheckLinkerFlag)
  check_linker_flag(C -Wl,--force-group-allocation HONMONO_HAS_GROUP_ALLOCATION)
  set(flags ${CMAKE_C_FLAGS})
  separate_arguments(flags)
  if(HONMONO_HAS_GROUP_ALLOCATION)
    list(APPEND flags -Wl,--force-group-allocation)
  endif()
  list(TRANSFORM public PREPEND "-Wl,-u," OUTPUT_VARIABLE roots)
  list(TRANSFORM public PREPEND "--keep-global-symbol=" OUTPUT_VARIABLE kept)
  list(TRANSFORM parts REPLACE "(.+)" "$<TARGET_FILE:\\1>" OUTPUT_VARIABLE archives)
  add_custom_command(OUTPUT ${static}
    COMMAND ${CMAKE_C_COMPILER} ${flags} -r -nostdlib ${roots} -o ${object} ${archives}
    COMMAND ${CMAKE_OBJCOPY} ${kept} ${object}
    COMMAND ${CMAKE_COMMAND} -E rm -f ${static}
    COMMAND ${CMAKE_AR} crs ${static} ${object}
    DEPENDS ${parts} VERBATIM COMMENT "Making libhonmono.a")
  add_custom_target(honmono_static ALL DEPENDS ${static})
  install(FILES ${static} DESTINATION ${CMAKE_INSTALL_LIBDIR})
endif()

set(here ${PROJECT_SOURCE_DIR}/core/install)
set(made ${PROJECT_BINARY_DIR}/install)
set(needs m) # QR codes: corners of a picture
if(WIN32)
  set(needs "")
endif()
include(CMakePackageConfigHelpers)
file(RELATIVE_PATH up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${here}/honmono.pc.in ${made}/honmono.pc @ONLY)
configure_file(${here}/honmono.1.in ${made}/honmono.1 @ONLY)
configure_package_config_file(${here}/config.cmake.in ${made}/honmonoConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/honmono
  PATH_VARS CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_INCLUDEDIR)
write_basic_package_version_file(${made}/honmonoConfigVersion.cmake VERSION ${PROJECT_VERSION}
  COMPATIBILITY SameMinorVersion)

install(TARGETS honmono_shared LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS honmono RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(PROGRAMS ${here}/honmono-mark DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${PROJECT_SOURCE_DIR}/core/include/honmono.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${made}/honmono.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(FILES ${made}/honmonoConfig.cmake ${made}/honmonoConfigVersion.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/honmono)
install(FILES ${made}/honmono.1 ${here}/honmono-mark.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${here}/completion.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME honmono)
install(FILES ${here}/completion.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _honmono)
install(FILES ${here}/completion.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
  RENAME honmono.fish)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/web/notices.txt
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
