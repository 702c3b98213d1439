# toolchain: the CMake toolchain of whichever Emscripten is here.
#
# In: the environment variable EMSDK (a current emsdk), or Debian's package.
# Why not emcmake: Debian 12's hands node a flag that node 20 refuses.
if(DEFINED ENV{EMSDK} AND EXISTS $ENV{EMSDK}/upstream/emscripten)
  set(EMSCRIPTEN_ROOT_PATH $ENV{EMSDK}/upstream/emscripten)
else()
  set(EMSCRIPTEN_ROOT_PATH /usr/share/emscripten)
endif()
set(toolchain ${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake)
if(NOT EXISTS ${toolchain})
  message(FATAL_ERROR "No Emscripten: run `sh wasm/setup.sh build`, or set EMSDK")
endif()
include(${toolchain})
