// Alternatives of images: there, and of use to who does not see the image (RGAA 1.1 to 1.3).
#pragma once

#include "tenants/site/checks.hpp"

namespace clocher::tenants {

void check_images(const std::vector<CheckedImage>& images, std::vector<Finding>& findings);

}  // namespace clocher::tenants
