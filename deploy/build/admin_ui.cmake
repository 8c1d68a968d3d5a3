# Builds the agents' application with npm into the build folder; sets admin_ui_assets to what clocher_embed shall add.
set(admin_ui_assets "")
set(admin_ui_source "${PROJECT_SOURCE_DIR}/admin-ui")
if(NOT CLOCHER_ADMIN_UI OR NOT EXISTS "${admin_ui_source}/package.json")
  return()
endif()

set(admin_ui_output "${PROJECT_BINARY_DIR}/admin-ui")
set(admin_ui_stamp "${PROJECT_BINARY_DIR}/admin-ui.stamp")
file(GLOB_RECURSE admin_ui_inputs CONFIGURE_DEPENDS 
  "${admin_ui_source}/src/*" "${admin_ui_source}/public/*" "${admin_ui_source}/plugins/*")
# Written by the build itself from the API's description.
list(FILTER admin_ui_inputs EXCLUDE REGEX "/src/api/schema\\.d\\.ts$")
file(GLOB admin_ui_settings CONFIGURE_DEPENDS
  "${admin_ui_source}/*.html" "${admin_ui_source}/*.json" "${admin_ui_source}/*.ts" "${admin_ui_source}/*.js")

add_custom_command(
  OUTPUT "${admin_ui_stamp}"
  COMMAND ${NPM_PROGRAM} run --silent build --workspace admin-ui -- --outDir "${admin_ui_output}" --emptyOutDir
          --logLevel warn
  COMMAND ${CMAKE_COMMAND} -E touch "${admin_ui_stamp}"
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  DEPENDS ${admin_ui_inputs} ${admin_ui_settings} "${PROJECT_SOURCE_DIR}/api/openapi.json"
          "${PROJECT_SOURCE_DIR}/package-lock.json"
  COMMENT "Building the agents' application"
  VERBATIM)
set(admin_ui_assets BUILT "/admin=${admin_ui_output}" STAMP "${admin_ui_stamp}")
