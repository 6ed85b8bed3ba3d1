-- Permits. The choice is that of src/store/decide-permit.ts; a property test holds the two together.
-- A window of a question is { key, limit, lengthMs, holdMs }.

local PAUSES = 'weir:pauses'
local taken = {}

local function windowKey(key)
  return 'weir:window:' .. key
end

local function used(key)
  if not taken[key] then
    redis.call('ZREMRANGEBYSCORE', windowKey(key), '-inf', now)
    taken[key] = redis.call('ZCARD', windowKey(key))
  end
  return taken[key]
end

local function freeAt(key, before)
  local found = redis.call('ZRANGE', windowKey(key), before, before, 'WITHSCORES')
  return found[2] and tonumber(found[2])
end

local function isCounted(window)
  return window[3] > 0
end

local function hasRoom(window)
  return used(window[1]) < window[2]
end

local function everyWindow(payer, test)
  for _, window in ipairs(payer.windows) do
    if not test(window) then return false end
  end
  return true
end

local function pausedUntil(payer)
  return tonumber(redis.call('HGET', PAUSES, payer.account) or 0)
end

local function stateOf(payer)
  local full = {}
  for _, window in ipairs(payer.windows) do
    if isCounted(window) and not hasRoom(window) then
      full[#full + 1] = { window[1], freeAt(window[1], used(window[1]) - window[2]) or now }
    end
  end
  return { pausedUntil(payer), full }
end

-- How many windows of all payers have this key: what several share tells nothing about which of them has more left.
local function sharers(payers)
  local count = {}
  for _, payer in ipairs(payers) do
    for _, window in ipairs(payer.windows) do count[window[1]] = (count[window[1]] or 0) + 1 end
  end
  return count
end

local function shareOf(payer, count)
  local least = 1
  for _, window in ipairs(payer.windows) do
    if count[window[1]] == 1 then least = math.min(least, 1 - used(window[1]) / window[2]) end
  end
  return least
end

local function greatestShare(payers, able)
  local count = sharers(payers)
  local best, most
  for _, index in ipairs(able) do
    local share = shareOf(payers[index], count)
    if not best or share > most then best, most = index, share end
  end
  return best
end

local function choose(payers)
  local isAnyPayable, able = false, {}
  for index, payer in ipairs(payers) do
    if pausedUntil(payer) <= now
      and everyWindow(payer, function(window) return not isCounted(window) or hasRoom(window) end) then
      isAnyPayable = true
      if everyWindow(payer, hasRoom) then able[#able + 1] = index end
    end
  end
  return isAnyPayable, greatestShare(payers, able)
end

local function refusal(payers)
  local states = {}
  for index, payer in ipairs(payers) do states[index] = stateOf(payer) end
  return { 'full', now, states }
end

local function isLimited(payers)
  for _, payer in ipairs(payers) do
    if #payer.windows > 0 then return true end
  end
  return false
end

function answers.take()
  local payers = question.payers
  if isLimited(payers) then
    local found = state()
    if found ~= 'open' then return { found } end
  end
  local isAnyPayable, index = choose(payers)
  if not isAnyPayable then return refusal(payers) end
  if not index then return { 'busy', now } end
  local payer = payers[index]
  for _, window in ipairs(payer.windows) do redis.call('ZADD', windowKey(window[1]), now + window[4], question.id) end
  local call = question.call
  local receipt = { now, call[1], call[2], payer.credential, call[3], call[4], call[5], cjson.null, cjson.null, cjson.null }
  redis.call('HSET', callsKey(now), question.id, cjson.encode(receipt))
  return { 'permit', now, index }
end

-- A window of an ended call is { key, afterMs, isBound }: its place comes free so long from now, though not before its bound; -1: at once.
function answers.settle()
  for _, window in ipairs(question.windows) do
    local key = windowKey(window[1])
    local held = redis.call('ZSCORE', key, question.id)
    if held and window[2] < 0 then
      redis.call('ZREM', key, question.id)
    elseif held then
      local free = now + window[2]
      redis.call('ZADD', key, window[3] and math.max(free, tonumber(held)) or free, question.id)
    end
  end
  redis.call('HSET', callsKey(question.at), question.id, question.receipt)
  return now
end

-- Of a call whose permit was never told it is not known when it was given: lately.
function answers.giveBack()
  for _, key in ipairs(question.windows) do redis.call('ZREM', windowKey(key), question.id) end
  redis.call('HDEL', callsKey(question.at or now), question.id)
  if not question.at then redis.call('HDEL', callsKey(now - 3600000), question.id) end
  return now
end

function answers.pause()
  pauseUntil(question.account, now + question.ms)
  return now + question.ms
end

function answers.states()
  local states = {}
  for index, window in ipairs(question.windows) do
    local key = window[1]
    states[index] = { used(key), isCounted(window) and freeAt(key, 0) or false }
  end
  return states
end
