-- The beginning of every script: the question, the time, and whether the store still holds what it acknowledged.
-- Only redis.call is used, so that Valkey runs it too. The keys are those of docs/decisions/0034.

local question = cjson.decode(ARGV[1])
local answers = {}

local function serverTime()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

local now = question.now or serverTime()

local LEDGER = 'weir:ledger'
local REPLICAS = 'weir:replicas'
local EXPECTED = 'weir:expected'
local JOINED = 'weir:joined'

-- A replica tells every second that it is there. One that has been silent for longer before the server fell had no writes to lose.
local BEAT_SLACK_MS = 5000
-- Who was seen in the last minute is waited for when all that the store knew is gone.
local SEEN_MS = 60000
-- Time for replicas that the store does not know of to notice a loss, too.
local GRACE_MS = 1000

local function runId()
  return string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
end

local function isJoined()
  local held = redis.call('HMGET', LEDGER, 'epoch', 'run')
  return held[1] == question.epoch and held[2] == runId()
end

local function mayOpen()
  local held = redis.call('HMGET', LEDGER, 'since', 'longest')
  local since = tonumber(held[1])
  if redis.call('SCARD', EXPECTED) == 0 then return now >= since + GRACE_MS end
  return now >= since + tonumber(held[2])
end

-- Whether permits may be given to this process: 'open', 'closed' while somebody has not yet written back, 'lost' if itself has not.
local function state()
  if not isJoined() then return 'lost' end
  if redis.call('HGET', LEDGER, 'open') == '1' then return 'open' end
  if not mayOpen() then return 'closed' end
  redis.call('HSET', LEDGER, 'open', '1')
  return 'open'
end

local function expectSeen(replicas, since)
  for i = 1, #replicas, 2 do
    local replica, seenAt = replicas[i], tonumber(replicas[i + 1])
    if seenAt >= since and redis.call('SISMEMBER', JOINED, replica) == 0 then redis.call('SADD', EXPECTED, replica) end
  end
end

-- Permits stop until everybody has written back. What a server lost when it fell is the end of its log: who wrote then is expected.
local function beginEpoch(survived)
  local replicas = survived and redis.call('ZRANGE', REPLICAS, 0, -1, 'WITHSCORES') or {}
  local seenSince = #replicas > 0 and tonumber(replicas[#replicas]) - BEAT_SLACK_MS or now - SEEN_MS
  redis.call('HSET', LEDGER, 'epoch', question.fresh, 'run', runId(), 'open', '0', 'since', now, 'seenSince', seenSince)
  redis.call('HSETNX', LEDGER, 'longest', 0)
  redis.call('DEL', EXPECTED, JOINED)
  expectSeen(replicas, seenSince)
end

local function raiseLongest()
  local longest = tonumber(redis.call('HGET', LEDGER, 'longest'))
  if question.longest > longest then redis.call('HSET', LEDGER, 'longest', question.longest) end
end

local function pauseUntil(account, untilAt)
  local known = tonumber(redis.call('HGET', 'weir:pauses', account) or 0)
  if untilAt > known then redis.call('HSET', 'weir:pauses', account, untilAt) end
end

local function callsKey(at)
  return 'weir:calls:' .. string.format('%.0f', math.floor(at / 3600000))
end

-- The usage history finds the receipts of an hour through the index of hours.
local function keepReceipt(at, id, receipt)
  redis.call('HSET', callsKey(at), id, receipt)
  local hour = string.format('%.0f', math.floor(at / 3600000))
  redis.call('ZADD', 'weir:calls', hour * 3600000, hour)
end

local function writeBack()
  for _, place in ipairs(question.places) do redis.call('ZADD', 'weir:window:' .. place[1], place[3], place[2]) end
  for _, receipt in ipairs(question.receipts) do keepReceipt(receipt[2], receipt[1], receipt[3]) end
  for _, pause in ipairs(question.pauses) do pauseUntil(pause[1], pause[2]) end
end

-- Takes part in the epoch that is, after having written back what this process knows; begins one where the last is gone.
function answers.join()
  local held = redis.call('HMGET', LEDGER, 'epoch', 'run')
  if held[1] and held[2] ~= runId() and question.keepsAll then
    redis.call('HSET', LEDGER, 'run', runId())
  elseif not held[1] or held[2] ~= runId() then
    beginEpoch(held[1])
  end
  local epoch, open, seenSince = unpack(redis.call('HMGET', LEDGER, 'epoch', 'open', 'seenSince'))
  writeBack()
  redis.call('SADD', JOINED, question.replica)
  redis.call('SREM', EXPECTED, question.replica)
  if open == '0' and question.epoch ~= epoch then expectSeen(question.replicas, tonumber(seenSince)) end
  redis.call('ZADD', REPLICAS, now, question.replica)
  raiseLongest()
  question.epoch = epoch
  return { epoch, state(), now }
end

-- A process is there. Tells who else is.
function answers.beat()
  local found = state()
  if found == 'lost' then return { found } end
  redis.call('ZADD', REPLICAS, now, question.replica)
  redis.call('ZREMRANGEBYSCORE', REPLICAS, '-inf', now - 3600000)
  raiseLongest()
  return { found, now, redis.call('ZRANGE', REPLICAS, 0, -1, 'WITHSCORES') }
end

-- A process ends, and everything that it did is here.
function answers.depart()
  redis.call('ZREM', REPLICAS, question.replica)
  redis.call('SREM', EXPECTED, question.replica)
  return now
end
