// Plays the tests of procedures on a throw-away commune, with the verbs that residents and agents use. No real commune is
// touched, no mail leaves.
#pragma once

#include "core/db/migrations.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/texts.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

struct TestFailure {
  std::string test;    // its name
  std::string reason;  // a French sentence
};

struct TestReport {
  std::int64_t tests = 0;
  std::vector<TestFailure> failures;  // at most one for each test: it ends there
  [[nodiscard]] std::int64_t failed() const { return static_cast<std::int64_t>(failures.size()); }
};

class Rehearsal {
 public:
  // `commune_migrations` are those of a real commune. What is given lives as long as this.
  Rehearsal(const tenants::Texts& texts, std::span<const db::Migration> commune_migrations);
  ~Rehearsal();
  Rehearsal(const Rehearsal&) = delete;
  Rehearsal& operator=(const Rehearsal&) = delete;

  // Every test of this definition, each on a commune of its own and at its own time. `text` is what the definition was read
  // from: played once for each text. Throws when no temporary folder can be had. Thread-safe.
  [[nodiscard]] TestReport play(const forms::Definition& definition, std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::dossiers
