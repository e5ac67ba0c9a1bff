# Finds Emscripten wherever it was installed, then hands over to its own toolchain file.
if(NOT EMSCRIPTEN_ROOT_PATH)
  find_program(em_config em-config PATHS $ENV{EMSDK}/upstream/emscripten NO_CMAKE_FIND_ROOT_PATH)
  if(em_config)
    execute_process(COMMAND ${em_config} EMSCRIPTEN_ROOT OUTPUT_VARIABLE asked OUTPUT_STRIP_TRAILING_WHITESPACE)
  endif()
  set(platform cmake/Modules/Platform/Emscripten.cmake)
  foreach(candidate "$ENV{EMSCRIPTEN_ROOT}" "$ENV{EMSDK}/upstream/emscripten" "${asked}"
      /opt/homebrew/opt/emscripten/libexec /usr/local/opt/emscripten/libexec /usr/share/emscripten)
    if(EXISTS "${candidate}/${platform}")
      set(EMSCRIPTEN_ROOT_PATH "${candidate}")
      break()
    endif()
  endforeach()
endif()
if(NOT EMSCRIPTEN_ROOT_PATH)
  message(FATAL_ERROR "Emscripten was not found: install it, or set EMSDK to the folder of the emsdk.")
endif()

# Debian's optimizer needs acorn, which only Debian's own Node finds without help.
if(EMSCRIPTEN_ROOT_PATH STREQUAL "/usr/share/emscripten" AND EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
endif()

include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
