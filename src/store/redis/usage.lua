-- The usage history. Only redis.call is used, so that Valkey runs it too. The keys are those of docs/decisions/0035.
-- Of each kind there is an index of buckets by their start. A bucket of counts is a hash: `[start, names ...]`, a line feed, what is counted.

local HOUR_MS, DAY_MS, BLOCK_MS = 3600000, 86400000, 64 * 86400000
local work = {}

local function whole(number)
  return string.format('%.0f', number)
end

local function count(kind, bucketMs, field, number)
  local start = cjson.decode(string.match(field, '^[^\n]*'))[1]
  local bucket = whole(math.floor(start / bucketMs))
  redis.call('HINCRBY', 'weir:usage:' .. kind .. ':' .. bucket, field, number)
  redis.call('ZADD', 'weir:usage:' .. kind, whole(bucket * bucketMs), bucket)
end

-- field and number in turns
function work.add()
  for index = 2, #ARGV, 2 do count('minutes', HOUR_MS, ARGV[index], ARGV[index + 1]) end
end

local function startedAt(ms, names, counted)
  names[1] = names[1] - names[1] % ms
  return cjson.encode(names) .. '\n' .. counted
end

-- A receipt is [at, upstream, endpoint, credential, consumer, operation, attempt, outcome, ...].
local function fromReceipt(text)
  local receipt = cjson.decode(text)
  local outcome = receipt[8]
  if outcome == nil or outcome == cjson.null then outcome = 'ABORTED' end
  local names = { receipt[1], receipt[2], receipt[4], receipt[5], receipt[3], receipt[6], outcome }
  count('hours', DAY_MS, startedAt(HOUR_MS, names, 'calls'), 1)
end

local function moveInto(kind, bucketMs, ms)
  return function(number, field)
    local about, counted = string.match(field, '^([^\n]*)\n(.*)$')
    count(kind, bucketMs, startedAt(ms, cjson.decode(about), counted), number)
  end
end

-- Some rows of a hash, none only if it is empty. What was taken away before leaves gaps at its beginning: they are passed over.
local function someOf(key)
  local cursor, rows = '0', {}
  repeat
    local reply = redis.call('HSCAN', key, cursor, 'COUNT', 200)
    cursor, rows = reply[1], reply[2]
  until #rows > 0 or cursor == '0'
  return rows
end

-- Of the oldest bucket from before an instant some rows; how many.
local function move(index, keyOf, before, into)
  while true do
    local bucket = redis.call('ZRANGEBYSCORE', index, '-inf', '(' .. before, 'LIMIT', 0, 1)[1]
    if not bucket then return 0 end
    local key = keyOf .. bucket
    local rows = someOf(key)
    for place = 1, #rows, 2 do
      into(rows[place + 1], rows[place])
      redis.call('HDEL', key, rows[place])
    end
    if redis.call('EXISTS', key) == 0 then redis.call('ZREM', index, bucket) end
    if #rows > 0 then return #rows / 2 end
  end
end

-- hours before, days before
function work.rollUp()
  local hours, days = ARGV[2], ARGV[3]
  local moved = move('weir:calls', 'weir:calls:', hours, fromReceipt)
  if moved == 0 then moved = move('weir:usage:minutes', 'weir:usage:minutes:', hours, moveInto('hours', DAY_MS, HOUR_MS)) end
  if moved == 0 then moved = move('weir:usage:hours', 'weir:usage:hours:', days, moveInto('days', BLOCK_MS, DAY_MS)) end
  return moved
end

return work[ARGV[1]]()
