-- Asks for the same page under an address never seen before, so that no cache can answer.
local threads = 0
local asked = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function request()
  asked = asked + 1
  return wrk.format("GET", "/?" .. number .. "-" .. asked .. "-" .. os.time())
end
