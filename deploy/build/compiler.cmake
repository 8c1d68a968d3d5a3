# How every unit is compiled and linked: standard, optimisation, warnings, hardening, cache, linker.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# Asserts stay in the release: a broken invariant must stop a request, not corrupt a commune.
foreach(language C CXX)
  set(CMAKE_${language}_FLAGS_DEBUG "-Og -g")
  set(CMAKE_${language}_FLAGS_RELEASE "-O2 -g1")
endforeach()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # A checkout elsewhere (CI's clone) finds the same objects again.
  set(launcher ${CMAKE_COMMAND} -E env
      "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=time_macros,pch_defines
      ${CCACHE_PROGRAM})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=" -fno-omit-frame-pointer)
if(CLOCHER_SANITIZE)
  # vptr: its check opens a pipe, and takes a test that has used up the descriptors for a bad object.
  add_compile_options("-fsanitize=${CLOCHER_SANITIZE}" -fno-sanitize=vptr -fno-sanitize-recover=all)
  add_link_options("-fsanitize=${CLOCHER_SANITIZE}")
  if(CLOCHER_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-tsan)  # Boost.Asio's fences, which GCC's sanitizer does not follow
  endif()
else()
  add_compile_options(-fstack-protector-strong -fcf-protection "$<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>")
  add_link_options(-Wl,-z,relro,-z,now)
endif()

# What our own code is held to; third-party headers are SYSTEM and stay silent.
add_library(clocher_options INTERFACE)
target_include_directories(clocher_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(clocher_options INTERFACE _GLIBCXX_ASSERTIONS)
target_compile_options(clocher_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  # GCC 12 sees overlaps in std::string operations (GCC bug 105651) and unset std::optional values (bug 80635) where there
  # are none.
  "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-maybe-uninitialized>")

# A static library of ours: clocher_library(<name> SOURCES ... LINK ...). Without a source yet it only carries its links.
function(clocher_library name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINK;PRIVATE_LINK")
  if(ARG_SOURCES)
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC clocher_options ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE clocher_options ${ARG_LINK} ${ARG_PRIVATE_LINK})
  endif()
endfunction()
