-- For wrk: sends the callbacks of a file, each once, and begins again at the end of the file.
--
-- Usage: wrk … --script callbacks.lua URL -- FILE [DELAY]
--
-- With a delay, each connection waits between two callbacks: half of it to one and a half of it, in milliseconds.
--
-- With one thread of wrk, so that no two of them send the same callback.

local requests = {}
local sent = 0

function init(args)
  local pause = tonumber(args[2])
  if pause then
    function delay() return math.random(math.floor(pause / 2), math.floor(pause * 3 / 2)) end
  end
  for line in io.lines(args[1]) do
    local account, signature, body = line:match("^([^\t]*)\t([^\t]*)\t(.*)$")
    requests[#requests + 1] = wrk.format("POST", "/callbacks/" .. account, {
      ["Content-Type"] = "application/json",
      ["Host"] = "127.0.0.1",
      ["User-Agent"] = "axios/1.7.2",
      ["X-Request-Id"] = "236a4d5f-884a-4934-90af-04306146c328",
      ["X-Signature"] = signature,
    }, body)
  end
end

function request()
  sent = sent + 1
  return requests[(sent - 1) % #requests + 1]
end

-- One line for the script that called: answers, microseconds, answers that were no success, errors of the network.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("result\t%d\t%d\t%d\t%d\t%.0f\t%.0f\n", summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(50), latency:percentile(99)))
end
