-- Shared answers. Only redis.call is used, so that Valkey runs it too. The keys are those of docs/decisions/0035.
-- An answer is `asOf bytes`, a line feed, and its JSON. The index knows each with its size, by the instant at which it ends.

local ERA, ENDS, SIZE = 'weir:answers:era', 'weir:answers:ends', 'weir:answers:size'
local work = {}

local function answerKey(name)
  return 'weir:answer:' .. name
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

-- name, era, milliseconds, the most that all may take, asOf, the answer
function work.put()
  local name, era, ms, most, asOf, answer = unpack(ARGV, 2)
  if (redis.call('GET', ERA) or '0') ~= era then return end
  local key = answerKey(name)
  local known = redis.call('GET', key)
  if known then
    if tonumber(string.match(known, '^%d+')) > tonumber(asOf) then return end
    forget(#known .. ' ' .. name)
  end
  local time = redis.call('TIME')
  local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  redis.call('SET', key, answer, 'PX', ms)
  -- One that has ended may still be in the index, with the same size: then it is counted already.
  if redis.call('ZADD', ENDS, now + tonumber(ms), #answer .. ' ' .. name) == 1 then redis.call('INCRBY', SIZE, #answer) end
  -- What has ended has gone by itself; only the index still knows it.
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', ENDS, '-inf', now, 'LIMIT', 0, 100)) do forget(member) end
  while tonumber(redis.call('GET', SIZE)) > tonumber(most) do drop(redis.call('ZRANGE', ENDS, 0, 0)) end
end

function work.beginEra()
  redis.call('INCR', ERA)
end

-- how many at most
function work.drop()
  return drop(redis.call('ZRANGE', ENDS, 0, tonumber(ARGV[2]) - 1))
end

return work[ARGV[1]]()
