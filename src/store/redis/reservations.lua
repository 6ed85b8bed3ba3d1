-- Reservations are decided by src/store/decide-reservation.ts over what it is told here, and kept only if that still holds.

-- A window is { key, limit }. Of each: how many are taken and kept, and when so many come free that all calls would have room.
function answers.look()
  local found = state()
  if found ~= 'open' then return { found } end
  local windows, pauses = {}, {}
  for index, window in ipairs(question.windows) do
    local key, limit = window[1], window[2]
    local above = used(key) + keptIn(key).sum + question.calls - limit
    windows[index] = { used(key), keptIn(key).sum, freeings(key, math.max(0, above)) }
  end
  for index, account in ipairs(question.accounts) do pauses[index] = tonumber(redis.call('HGET', PAUSES, account) or 0) end
  return { 'seen', now, windows, pauses }
end

-- A window is { key, limit, n }: so many in each, or nothing where somebody was faster.
function answers.keep()
  local found = state()
  if found ~= 'open' then return { found } end
  for _, window in ipairs(question.windows) do
    local key = window[1]
    if used(key) + keptIn(key).sum + window[3] > window[2] then return { 'moved' } end
  end
  for _, window in ipairs(question.windows) do setKept(window[1], question.id, window[3], now + question.ms) end
  return { 'kept', now }
end

function answers.held()
  local held = {}
  for index, key in ipairs(question.windows) do
    local mine = keptIn(key).by[question.id]
    held[index] = mine and mine.n or 0
  end
  return held
end

-- A window is { key, n }: never more than is kept now. Without any the reservation ends.
function answers.leave()
  for _, window in ipairs(question.windows) do
    local mine = keptIn(window[1]).by[question.id]
    if mine and question.ends then
      redis.call('HDEL', keptKey(window[1]), question.id)
    elseif mine then
      setKept(window[1], question.id, math.min(mine.n, window[2]), mine.lapsesAt)
    end
  end
  return now
end
