-- Permits. The choice is that of src/store/decide-permit.ts; a property test holds the two together.
-- A window of a question is { key, limit, lengthMs, holdMs }.

local PAUSES = 'weir:pauses'
local taken = {}
local keepers = {}

local function windowKey(key)
  return 'weir:window:' .. key
end

local function keptKey(key)
  return 'weir:kept:' .. key
end

local function used(key)
  if not taken[key] then
    redis.call('ZREMRANGEBYSCORE', windowKey(key), '-inf', now)
    taken[key] = redis.call('ZCARD', windowKey(key))
  end
  return taken[key]
end

-- What each reservation keeps in a window, as `n until`; those that have lapsed are gone.
local function keptIn(key)
  if keepers[key] then return keepers[key] end
  local kept = { sum = 0, by = {} }
  local fields = redis.call('HGETALL', keptKey(key))
  for i = 1, #fields, 2 do
    local n, lapsesAt = string.match(fields[i + 1], '(%d+) (%d+)')
    if tonumber(lapsesAt) <= now then
      redis.call('HDEL', keptKey(key), fields[i])
    else
      kept.by[fields[i]] = { n = tonumber(n), lapsesAt = tonumber(lapsesAt) }
      kept.sum = kept.sum + tonumber(n)
    end
  end
  keepers[key] = kept
  return kept
end

local function setKept(key, reservation, n, lapsesAt)
  redis.call('HSET', keptKey(key), reservation, string.format('%.0f %.0f', n, lapsesAt))
end

local function isBacked(window)
  local mine = question.reservation and keptIn(window[1]).by[question.reservation]
  return mine and mine.n > 0
end

-- The first instants, in order, at which places come free by themselves: taken ones, and kept ones with their reservation.
local function freeings(key, count)
  local all = {}
  local places = redis.call('ZRANGEBYSCORE', windowKey(key), '(' .. string.format('%.0f', now), '+inf', 'WITHSCORES', 'LIMIT', 0, count)
  for i = 2, #places, 2 do all[#all + 1] = tonumber(places[i]) end
  for _, kept in pairs(keptIn(key).by) do
    for _ = 1, math.min(kept.n, count) do all[#all + 1] = kept.lapsesAt end
  end
  table.sort(all)
  local first = {}
  for i = 1, math.min(count, #all) do first[i] = all[i] end
  return first
end

local function isCounted(window)
  return window[3] > 0
end

local function hasRoom(window)
  local key, limit = window[1], window[2]
  return used(key) < limit and (isBacked(window) or used(key) + keptIn(key).sum < limit)
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
      local key, limit = window[1], window[2]
      local free = freeings(key, used(key) + keptIn(key).sum - limit + 1)
      full[#full + 1] = { key, free[#free] or now }
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

local function isBackedOrFlying(window)
  return not isCounted(window) or isBacked(window)
end

local function choose(payers)
  local isAnyPayable, able, backed = false, {}, {}
  for index, payer in ipairs(payers) do
    if pausedUntil(payer) <= now
      and everyWindow(payer, function(window) return not isCounted(window) or hasRoom(window) end) then
      isAnyPayable = true
      if everyWindow(payer, hasRoom) then
        able[#able + 1] = index
        if everyWindow(payer, isBackedOrFlying) then backed[#backed + 1] = index end
      end
    end
  end
  return isAnyPayable, greatestShare(payers, #backed > 0 and backed or able)
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

-- Spends what the reservation keeps, where it keeps anything; tells in which windows it did.
local function spend(windows)
  local spent = {}
  for _, window in ipairs(windows) do
    local key = window[1]
    redis.call('ZADD', windowKey(key), now + window[4], question.id)
    if isBacked(window) then
      local mine = keptIn(key).by[question.reservation]
      setKept(key, question.reservation, mine.n - 1, mine.lapsesAt)
      spent[#spent + 1] = key
    end
  end
  return spent
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
  local spent = spend(payer.windows)
  local call = question.call
  local receipt = { now, call[1], call[2], payer.credential, call[3], call[4], call[5], cjson.null, cjson.null, cjson.null }
  keepReceipt(now, question.id, cjson.encode(receipt))
  return { 'permit', now, index, spent }
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
  -- A receipt that was added up meanwhile is not counted a second time.
  if redis.call('HEXISTS', callsKey(question.at), question.id) == 1 then
    redis.call('HSET', callsKey(question.at), question.id, question.receipt)
  end
  return now
end

-- Of a call whose permit was never told it is not known when it was given: lately.
function answers.giveBack()
  local there = {}
  for _, key in ipairs(question.windows) do there[key] = redis.call('ZREM', windowKey(key), question.id) == 1 end
  for _, key in ipairs(question.spent) do
    local mine = keptIn(key).by[question.reservation]
    -- A place that has come free by itself may be another's by now.
    if mine and there[key] then setKept(key, question.reservation, mine.n + 1, mine.lapsesAt) end
  end
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
    local held = used(key)
    local next = redis.call('ZRANGE', windowKey(key), 0, 0, 'WITHSCORES')
    states[index] = { held, keptIn(key).sum, isCounted(window) and next[2] and tonumber(next[2]) or false }
  end
  return states
end

-- Of windows: the places that have come free, whether anybody asks about them or not.
function answers.sweep()
  for _, key in ipairs(question.keys) do redis.call('ZREMRANGEBYSCORE', key, '-inf', now) end
  return now
end
