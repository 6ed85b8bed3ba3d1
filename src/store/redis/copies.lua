-- Held copies. Only redis.call is used, so that Valkey runs it too. The keys are those of docs/decisions/0035.
-- A row is `[place, readAt, [term and value, ...], mark]` (without an empty mark), a line feed, and its body; without the latter two it is
-- known not to exist.
-- Places, terms and values hold no byte 0: it ends them where they are parts of a member, so that members sort as their parts do.

local USED = 'weir:copies:used'
local STATES = 'weir:copies:states'
local FILLERS = 'weir:copies:fillers:'

local work = {}
local copy = ARGV[2]

local function keyOf(part)
  return 'weir:copy:' .. part .. ':' .. copy
end

local ROWS, ORDER, READ, ABSENT, TERMS = keyOf('rows'), keyOf('order'), keyOf('read'), keyOf('absent'), keyOf('terms')
local MARKS = keyOf('marks')

-- By how much the number of existing rows of each mark changes: written once, at the end.
local changes = {}
local function count(mark, by)
  changes[mark] = (changes[mark] or 0) + by
end

local function split(row)
  local feed = string.find(row, '\n', 1, true)
  if not feed then return cjson.decode(row), nil end
  return cjson.decode(string.sub(row, 1, feed - 1)), string.sub(row, feed + 1)
end

-- Bytes, whatever the server's locale says of the order of texts.
local function isBelow(a, b)
  for index = 1, math.min(#a, #b) do
    local one, other = string.byte(a, index), string.byte(b, index)
    if one ~= other then return one < other end
  end
  return #a < #b
end

local function memberOf(place, id)
  return place .. '\0' .. id
end

local function unlist(id, row)
  local about, body = split(row)
  if not body then
    redis.call('ZREM', ABSENT, id)
    return
  end
  local member = memberOf(about[1], id)
  redis.call('ZREM', ORDER, member)
  redis.call('ZREM', READ, member)
  for _, term in ipairs(about[3]) do redis.call('ZREM', TERMS, memberOf(term, member)) end
  count(about[4] or '', -1)
end

local function drop(id)
  local known = redis.call('HGET', ROWS, id)
  if not known then return end
  unlist(id, known)
  redis.call('HDEL', ROWS, id)
end

local function put(id, row)
  local about, body = split(row)
  local known = redis.call('HGET', ROWS, id)
  if known then
    -- What is known not to exist any more carries no place of its own: it always replaces.
    if body and isBelow(about[1], split(known)[1]) then return end
    unlist(id, known)
  end
  redis.call('HSET', ROWS, id, row)
  if not body then
    redis.call('ZADD', ABSENT, about[2], id)
    return
  end
  local member = memberOf(about[1], id)
  redis.call('ZADD', ORDER, 0, member)
  redis.call('ZADD', READ, about[2], member)
  for _, term in ipairs(about[3]) do redis.call('ZADD', TERMS, 0, memberOf(term, member)) end
  count(about[4] or '', 1)
end

-- state or '', then id and row in turns
function work.write()
  redis.call('ZADD', USED, 'NX', 0, copy)
  for index = 4, #ARGV, 2 do put(ARGV[index], ARGV[index + 1]) end
  if ARGV[3] ~= '' then redis.call('HSET', STATES, copy, ARGV[3]) end
end

local function idOf(member, parts)
  local from = 1
  for _ = 1, parts do from = string.find(member, '\0', from, true) + 1 end
  return string.sub(member, from)
end

-- direction, the bounds of members, how many, and how many parts stand before the id
function work.find()
  local terms = ARGV[7] ~= '1'
  local key = terms and TERMS or ORDER
  local command = ARGV[3] == 'ascending' and 'ZRANGEBYLEX' or 'ZREVRANGEBYLEX'
  local found = {}
  for _, member in ipairs(redis.call(command, key, ARGV[4], ARGV[5], 'LIMIT', 0, ARGV[6])) do
    local id = idOf(member, tonumber(ARGV[7]))
    found[#found + 1] = id
    found[#found + 1] = redis.call('HGET', ROWS, id)
  end
  return found
end

-- before, how many at most
function work.dropUnread()
  local below, most = '(' .. ARGV[3], ARGV[4]
  local dropped = 0
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', READ, '-inf', below, 'LIMIT', 0, most)) do
    drop(idOf(member, 1))
    dropped = dropped + 1
  end
  return dropped
end

-- before, how many at most
function work.dropAbsent()
  local ids = redis.call('ZRANGEBYSCORE', ABSENT, '-inf', '(' .. ARGV[3], 'LIMIT', 0, ARGV[4])
  for _, id in ipairs(ids) do drop(id) end
  return #ids
end

-- before
function work.dropUnused()
  local used = redis.call('ZSCORE', USED, copy)
  if not used or tonumber(used) >= tonumber(ARGV[3]) then return end
  redis.call('UNLINK', ROWS, ORDER, READ, ABSENT, TERMS, MARKS)
  redis.call('HDEL', STATES, copy)
  redis.call('ZREM', USED, copy)
end

function work.dropRows()
  for index = 3, #ARGV do drop(ARGV[index]) end
end

-- id, body
function work.setBody()
  local known = redis.call('HGET', ROWS, ARGV[3])
  local feed = known and string.find(known, '\n', 1, true)
  if feed then redis.call('HSET', ROWS, ARGV[3], string.sub(known, 1, feed) .. ARGV[4]) end
end

-- filler, milliseconds
function work.fill()
  local key = FILLERS .. copy
  local known = redis.call('GET', key)
  if known and known ~= ARGV[3] then return known end
  redis.call('SET', key, ARGV[3], 'PX', ARGV[4])
  return ARGV[3]
end

-- filler
function work.endFill()
  local key = FILLERS .. copy
  if redis.call('GET', key) == ARGV[3] then redis.call('DEL', key) end
end

local reply = work[ARGV[1]]()
for mark, by in pairs(changes) do
  if by ~= 0 and redis.call('HINCRBY', MARKS, mark, by) == 0 then redis.call('HDEL', MARKS, mark) end
end
return reply
