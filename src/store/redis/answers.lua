-- Shared answers. Only redis.call is used, so that Valkey runs it too. The keys are those of docs/decisions/0035.
-- An answer is `asOf bytes count`, its records and its JSON, each on a line of its own. The index knows each with its size, by the instant at
-- which it ends. A set for each record knows the answers that came from it, and ends with the last of them.

local ERA, ENDS, SIZE = 'weir:answers:era', 'weir:answers:ends', 'weir:answers:size'
local DROPS = 'weir:answers:drops'
-- Counted for each record of an answer beside its text.
local RECORD_BYTES = 150
local work = {}

local function answerKey(name)
  return 'weir:answer:' .. name
end

-- The name of a record may hold an address: its digest does not.
local function ofRecord(record)
  return 'weir:answers:of:' .. redis.sha1hex(record)
end

local function droppedKey(record)
  return 'weir:answers:dropped:' .. redis.sha1hex(record)
end

local function recordsOf(answer)
  return cjson.decode(string.match(answer, '^[^\n]*\n([^\n]*)'))
end

local function sizeOf(answer)
  return #answer + RECORD_BYTES * tonumber(string.match(answer, '^%d+ %d+ (%d+)'))
end

-- A member of the index is `size name`.
local function forget(member)
  if redis.call('ZREM', ENDS, member) == 1 then
    redis.call('DECRBY', SIZE, string.match(member, '^%d+'))
  end
end

local function drop(members)
  for _, member in ipairs(members) do
    redis.call('UNLINK', answerKey(string.match(member, ' (.*)$')))
    forget(member)
  end
  return #members
end

local function mark(record, name, ms)
  local key = ofRecord(record)
  redis.call('SADD', key, name)
  if redis.call('PTTL', key) < tonumber(ms) then redis.call('PEXPIRE', key, ms) end
end

-- name, era, drops, milliseconds, the most that all may take, asOf, the answer
function work.put()
  local name, era, drops, ms, most, asOf, answer = unpack(ARGV, 2)
  if (redis.call('GET', ERA) or '0') ~= era then return end
  local records = recordsOf(answer)
  for _, record in ipairs(records) do
    if tonumber(redis.call('GET', droppedKey(record)) or 0) > tonumber(drops) then return end
  end
  local key = answerKey(name)
  local known = redis.call('GET', key)
  if known then
    if tonumber(string.match(known, '^%d+')) > tonumber(asOf) then return end
    forget(sizeOf(known) .. ' ' .. name)
  end
  local time = redis.call('TIME')
  local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  redis.call('SET', key, answer, 'PX', ms)
  -- One that has ended may still be in the index, with the same size: then it is counted already.
  local size = sizeOf(answer)
  if redis.call('ZADD', ENDS, now + tonumber(ms), size .. ' ' .. name) == 1 then redis.call('INCRBY', SIZE, size) end
  for _, record in ipairs(records) do mark(record, name, ms) end
  -- What has ended has gone by itself; only the index still knows it.
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', ENDS, '-inf', now, 'LIMIT', 0, 100)) do forget(member) end
  while tonumber(redis.call('GET', SIZE)) > tonumber(most) do drop(redis.call('ZRANGE', ENDS, 0, 0)) end
end

local function has(records, wanted)
  for _, record in ipairs(records) do
    if record == wanted then return true end
  end
  return false
end

-- milliseconds for which it is remembered, the records
function work.dropRecords()
  local drops = redis.call('INCR', DROPS)
  for at = 3, #ARGV do
    redis.call('SET', droppedKey(ARGV[at]), drops, 'PX', ARGV[2])
    for _, name in ipairs(redis.call('SMEMBERS', ofRecord(ARGV[at]))) do
      local known = redis.call('GET', answerKey(name))
      -- A later reading may have come from other records: it says itself which ones.
      if known and has(recordsOf(known), ARGV[at]) then drop({ sizeOf(known) .. ' ' .. name }) end
    end
    redis.call('UNLINK', ofRecord(ARGV[at]))
  end
end

function work.beginEra()
  redis.call('INCR', ERA)
end

-- how many at most
function work.drop()
  return drop(redis.call('ZRANGE', ENDS, 0, tonumber(ARGV[2]) - 1))
end

return work[ARGV[1]]()
