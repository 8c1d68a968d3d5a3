# SQLite from the amalgamation inside the npm package better-sqlite3, with our own options (ADR 0003).
set(sqlite_dir "${PROJECT_SOURCE_DIR}/node_modules/better-sqlite3/deps/sqlite3")
set(sqlite_minimum 3.51.3)

if(NOT EXISTS "${sqlite_dir}/sqlite3.c")
  message(FATAL_ERROR "SQLite is missing: ${sqlite_dir}/sqlite3.c. Run: npm ci --ignore-scripts")
endif()
file(STRINGS "${sqlite_dir}/sqlite3.h" sqlite_version REGEX "^#define SQLITE_VERSION ")
string(REGEX REPLACE ".*\"([0-9.]+)\".*" "\\1" sqlite_version "${sqlite_version}")
if(sqlite_version VERSION_LESS sqlite_minimum)
  message(FATAL_ERROR "SQLite ${sqlite_version} can lose commits in WAL mode; ${sqlite_minimum} or newer is needed. "
                      "Raise better-sqlite3 in package.json.")
endif()
message(STATUS "SQLite ${sqlite_version} from better-sqlite3")

add_library(clocher_sqlite STATIC "${sqlite_dir}/sqlite3.c")
target_include_directories(clocher_sqlite SYSTEM PUBLIC "${sqlite_dir}")
target_compile_options(clocher_sqlite PRIVATE -w -O2)
target_compile_definitions(clocher_sqlite PRIVATE
  SQLITE_DEFAULT_FOREIGN_KEYS=1
  SQLITE_DEFAULT_MEMSTATUS=0
  SQLITE_DEFAULT_WAL_SYNCHRONOUS=2
  SQLITE_DQS=0
  SQLITE_ENABLE_DBSTAT_VTAB
  SQLITE_ENABLE_FTS5
  SQLITE_LIKE_DOESNT_MATCH_BLOBS
  SQLITE_OMIT_DEPRECATED
  SQLITE_OMIT_LOAD_EXTENSION
  SQLITE_OMIT_SHARED_CACHE
  SQLITE_STRICT_SUBTYPE=1
  SQLITE_TEMP_STORE=3
  SQLITE_THREADSAFE=2)
target_link_libraries(clocher_sqlite PUBLIC Threads::Threads m)
