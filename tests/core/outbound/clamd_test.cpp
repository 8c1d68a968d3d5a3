// What clamd says is heard exactly, and nothing else is taken for a good answer.
#include "core/outbound/clamd.hpp"

#include "tests/core/outbound/clamd_peer.hpp"
#include "tests/core/outbound/smtp_peer.hpp"
#include "tests/support/catch.hpp"

using namespace clocher::outbound;
using Manner = ClamdPeer::Manner;

namespace {

std::string failure_of(const ClamdPeer& peer, std::chrono::milliseconds patience = std::chrono::seconds(5)) {
  const auto answer = Clamd(peer.socket(), patience).scan("bonjour");
  return answer ? "answered" : answer.error().key;
}

}  // namespace

TEST_CASE("a harmless file is clean, a virus has its name") {
  const ClamdPeer peer;
  const Clamd clamd(peer.socket());
  CHECK_FALSE(clamd.scan("bonjour").value().is_infected());
  CHECK_FALSE(clamd.scan("").value().is_infected());
  CHECK(clamd.scan(eicar()).value().threat == "Eicar-Test-Signature");
}

TEST_CASE("a file of many chunks is seen to its end") {
  const ClamdPeer peer;
  const std::string large(3'000'000, 'x');
  CHECK_FALSE(Clamd(peer.socket()).scan(large).value().is_infected());
  CHECK(Clamd(peer.socket()).scan(large + eicar()).value().is_infected());
}

TEST_CASE("an antivirus that is away, closes early, refuses or says nothing is no clean file") {
  const Clamd away("127.0.0.1:" + std::to_string(closed_port()));
  CHECK(away.scan("bonjour").error().key == "scan.unreachable");
  CHECK(failure_of(ClamdPeer(Manner::closes_early)) == "scan.unreachable");
  CHECK(failure_of(ClamdPeer(Manner::refuses)) == "scan.refused");
  CHECK(failure_of(ClamdPeer(Manner::is_silent), std::chrono::milliseconds(50)) == "scan.unreachable");
  CHECK(Clamd("unix:/nowhere/clamd.ctl").scan("x").error().key == "scan.unreachable");
}

TEST_CASE("a ping says whether somebody answers") {
  const ClamdPeer peer;
  CHECK(Clamd(peer.socket()).ping());
  CHECK_FALSE(Clamd("127.0.0.1:" + std::to_string(closed_port())).ping());
}
