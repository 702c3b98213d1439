# pictures: libpng and libjpeg-turbo for the command line, if they are there and can be
# linked with what is built (for another machine or C library they may not).
#
# Out: HONMONO_PICTURES defined for honmono, or a line that says what it does without.

include(CheckCSourceCompiles)
if(HONMONO_PICTURES)
  set(CMAKE_REQUIRED_LIBRARIES png turbojpeg)
  check_c_source_compiles("
    #include <png.h>
    #include <turbojpeg.h>
    int main(void) {
      png_image image = {.version = PNG_IMAGE_VERSION};
      return png_image_begin_read_from_memory(&image, 0, 0) + tjDestroy(tjInitDecompress());
    }" HONMONO_HAS_PICTURES)
  unset(CMAKE_REQUIRED_LIBRARIES)
  if(HONMONO_HAS_PICTURES)
    target_compile_definitions(honmono PRIVATE HONMONO_PICTURES)
    target_link_libraries(honmono PRIVATE png turbojpeg)
  else()
    message(STATUS "honmono codes: libpng and libturbojpeg are not there, so it reads no pictures")
  endif()
endif()
