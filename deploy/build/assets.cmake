# Embeds files into the binary: clocher_embed(<target> TREES <path>=<folder or file>... [BUILT <path>=<folder> STAMP <file>]).
# A tree puts a folder of the sources under a path; BUILT is a folder that the build makes and STAMP what says it is ready.
function(clocher_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "BUILT;STAMP" "TREES")
  set(script "${PROJECT_SOURCE_DIR}/deploy/build/embed_assets.mjs")
  set(output_dir "${PROJECT_BINARY_DIR}/generated/${target}")
  set(outputs "${output_dir}/assets.bin" "${output_dir}/assets_blob.S" "${output_dir}/assets_table.cpp")

  set(inputs "${script}" ${ARG_STAMP})
  foreach(tree IN LISTS ARG_TREES)
    string(REGEX REPLACE "^[^=]*=" "" place "${tree}")
    if(IS_DIRECTORY "${place}")
      file(GLOB_RECURSE files CONFIGURE_DEPENDS "${place}/*")
      list(APPEND inputs ${files})
    else()
      list(APPEND inputs "${place}")
    endif()
  endforeach()

  add_custom_command(
    OUTPUT ${outputs}
    COMMAND ${NODE_PROGRAM} "${script}" "--out=${output_dir}" "--cache=${PROJECT_BINARY_DIR}/generated/compressed"
            ${ARG_TREES} ${ARG_BUILT}
    DEPENDS ${inputs}
    COMMENT "Embedding the assets of ${target}"
    VERBATIM)
  set_source_files_properties("${output_dir}/assets_blob.S" PROPERTIES OBJECT_DEPENDS "${output_dir}/assets.bin")
  add_library(${target} OBJECT ${outputs})
  target_link_libraries(${target} PRIVATE clocher_options)
endfunction()
