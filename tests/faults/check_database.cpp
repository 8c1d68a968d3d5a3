// Opens a database as its owner, recovers what a kill left, and says what integrity_check finds: "ok", or each fault.
#include "core/db/database.hpp"

#include <iostream>

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: check_database <file>\n";
    return 2;
  }
  clocher::db::Database database(arguments[1], clocher::db::OpenMode::owner);
  const auto lines = database.read([](clocher::db::ReadTx& tx) {
    return tx.all("PRAGMA integrity_check", [](const clocher::db::Row& row) { return row.text(0); });
  });
  for (const std::string& line : lines) std::cout << line << '\n';
  return lines.size() == 1 && lines.front() == "ok" ? 0 : 1;
}
