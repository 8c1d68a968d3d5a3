// Every block type there is; block.cpp puts them into the table.
#pragma once

#include "tenants/site/block.hpp"

namespace clocher::tenants {

extern const BlockType text_block;
extern const BlockType image_block;
extern const BlockType gallery_block;
extern const BlockType files_block;
extern const BlockType accordion_block;
extern const BlockType map_block;
extern const BlockType video_block;
extern const BlockType contact_block;
extern const BlockType action_block;

}  // namespace clocher::tenants
