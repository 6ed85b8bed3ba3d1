-- Consumer keys. Only redis.call is used, so that Valkey runs it too.

local KEYS_OF_CONSUMERS, VERSION = 'weir:keys', 'weir:keys:version'
local work = {}

-- the version that is known, or ''
function work.read()
  local version = redis.call('GET', VERSION) or '0'
  if version == ARGV[2] then return { version } end
  local records = redis.call('HVALS', KEYS_OF_CONSUMERS)
  table.insert(records, 1, version)
  return records
end

-- name, the record that the change was made from or '', the new one
function work.change()
  if (redis.call('HGET', KEYS_OF_CONSUMERS, ARGV[2]) or '') ~= ARGV[3] then return 0 end
  redis.call('HSET', KEYS_OF_CONSUMERS, ARGV[2], ARGV[4])
  -- Goes on from the clock, so that a store that lost everything does not come to a version that gateways know already:
  -- by microseconds, as no two changes are within one.
  local time = redis.call('TIME')
  local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
  local version = math.max(tonumber(redis.call('GET', VERSION) or 0) + 1, now)
  redis.call('SET', VERSION, string.format('%.0f', version))
  return 1
end

return work[ARGV[1]]()
