// HTML turned into a tagged PDF by WeasyPrint, a program of its own: for jobs, never inside a request (ADR 0010).
#pragma once

#include "core/base/result.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace clocher::view {

struct PdfLimits {
  std::chrono::milliseconds time{30'000};
  std::int64_t memory_bytes = std::int64_t{2} << 30;  // of address space
  std::string program = "weasyprint";                 // found on the usual paths
};

// PDF/UA-1. `html` and `css` are ours and name nothing outside: no network is of use to the program.
// Fails with unavailable: pdf.missing (no such program), pdf.too_slow, pdf.failed. Throws std::system_error when the machine
// gives no temporary folder. Blocks for seconds; thread-safe.
[[nodiscard]] Result<std::string> make_pdf(std::string_view html, std::string_view css, const PdfLimits& limits = {});

}  // namespace clocher::view
