// The work of the service that nobody waits for: mail, what must be forgotten in time, the sheets of Service-Public.
#pragma once

#include "api/services.hpp"

#include <memory>

namespace clocher::api::commands {

class Checking;
class Collecting;
class Indexing;

// Runs from construction to destruction. Make it before the first request: it asks the registry to hear of writes.
class Background {
 public:
  explicit Background(Services& services);
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  // Begins nothing new. The destructor waits for what runs: a mail at most (20 s).
  void stop();

 private:
  struct Post;
  struct Pictures;
  struct Printing;
  struct Upkeep;
  struct Counting;
  struct Feeds;
  struct Sharing;
  std::unique_ptr<outbound::Mailer> mailer_;
  std::shared_ptr<Post> post_;  // the registry's observer looks at it as long as it lives
  std::shared_ptr<Pictures> pictures_;  // the same
  std::shared_ptr<Sharing> sharing_;
  std::shared_ptr<Printing> printing_;  // the same
  std::shared_ptr<Indexing> indexing_;  // the same
  std::shared_ptr<Checking> checking_;  // the same
  std::shared_ptr<Collecting> collecting_;  // the same
  std::unique_ptr<Upkeep> upkeep_;
  std::unique_ptr<Counting> counting_;
  std::unique_ptr<Feeds> feeds_;  // null when no feed is set
  Services& services_;
};

}  // namespace clocher::api::commands
