import { DAY_MS, type World } from '../world.ts';
import type { FigureSource } from './figures.ts';

/** A campaign as the simulator holds it; instants are epoch milliseconds. */
export type CampaignRecord = FigureSource & {
  readonly campaignId: string;
  /** As the panel's user typed it: stray blanks around it now and then. */
  readonly name: string;
  /** `web`, `android` or `ios` for push, else null. */
  readonly platform: string | null;
  /** Sending mode; sometimes one that the contract does not list. */
  readonly type: string | null;
  readonly segment: { readonly id: string; readonly name: string } | null;
  readonly status: string;
  readonly createdAt: number | null;
  readonly scheduledAt: number | null;
  /** Null: not sent yet. */
  readonly sentAt: number | null;
};

/** What a new campaign must say; the rest has plain defaults (a broadcast to 1,000, completed once it has a sentAt). */
type NewCampaign = Pick<CampaignRecord, 'campaignId' | 'name' | 'channel' | 'sentAt'> &
  Partial<Omit<CampaignRecord, 'draw'>>;

export type CampaignStore = {
  all(): Iterable<CampaignRecord>;
  find(campaignId: string): CampaignRecord | undefined;
  /** RangeError if the id is taken, or not of 1 to 64 characters. */
  add(campaign: NewCampaign): CampaignRecord;
  /** RangeError for an unknown id. */
  change(campaignId: string, patch: Partial<Omit<CampaignRecord, 'campaignId' | 'draw'>>): CampaignRecord;
  /** RangeError for an unknown id. */
  remove(campaignId: string): void;
};

const TYPES = ['broadcast', 'segment', 'segment', 'journey', 'ab_test', 'transactional'] as const;
const PLATFORMS = ['web', 'android', 'ios'] as const;
const SEGMENTS = ['Newsletter readers', 'Booth visitors', 'Lapsed buyers', 'VIP', 'All exhibitors'] as const;

/** Draws of campaigns that are not the world's start here. */
const FIRST_EXTRA_DRAW = 1_000;

function sendingMode(world: World, index: number): Pick<CampaignRecord, 'type' | 'steady' | 'segment'> {
  const { random } = world;
  const known = random.pick('nv-type', index, TYPES);
  const type = random.chance('nv-type-odd', index, 0.06)
    ? random.pick('nv-type-odd-value', index, [null, 'drip'])
    : known;
  const segment = random.integer('nv-segment', index, SEGMENTS.length);
  return {
    type,
    steady: type === 'journey' || type === 'transactional',
    segment: type === 'segment' ? { id: String(7_100 + segment), name: SEGMENTS[segment] ?? SEGMENTS[0] } : null,
  };
}

/** The five first names stay exact, so that tests can rely on them. */
function typedName(world: World, index: number, name: string): string {
  return index >= 5 && world.random.chance('nv-name-blanks', index, 0.08)
    ? world.random.pick('nv-name-form', index, [` ${name}`, `${name} `, `  ${name}  `])
    : name;
}

function sentStatus(world: World, index: number, sentAt: number): string {
  if (world.random.chance('nv-status-odd', index, 0.06))
    return world.random.pick('nv-status', index, ['paused', 'archived']);
  return world.now - sentAt < 2 * DAY_MS ? 'running' : 'completed';
}

function worldCampaign(world: World, index: number): CampaignRecord {
  const { random } = world;
  const { id, name, channel, sentAt } = world.campaigns.at(index);
  const scheduled = random.chance('nv-scheduled', index, 0.6);
  return {
    draw: index,
    campaignId: id,
    name: typedName(world, index, name),
    channel,
    volume: 400 + random.integer('nv-volume', index, 40_000),
    platform: channel === 'push' ? random.pick('nv-platform', index, PLATFORMS) : null,
    ...sendingMode(world, index),
    status: sentStatus(world, index, sentAt),
    createdAt: sentAt - (1 + random.integer('nv-prepared', index, 240)) * 3_600_000,
    scheduledAt: scheduled ? sentAt - random.integer('nv-queued', index, 90) * 1000 : null,
    sentAt,
  };
}

/** Of both pairs of one name, the one with the other sending time: the first pair's is earlier, the second pair's later. */
function namesakes(world: World): readonly NewCampaign[] {
  const first = world.campaigns.at(0);
  const second = world.campaigns.at(1);
  const later = second.sentAt + Math.floor((world.now - second.sentAt) / 2_000) * 1000;
  return [
    { campaignId: '41001', name: first.name, channel: first.channel, sentAt: first.sentAt - 9 * DAY_MS, volume: 900 },
    { campaignId: '41004', name: second.name, channel: second.channel, sentAt: later, volume: 5_000 },
  ];
}

function unsent(world: World): readonly NewCampaign[] {
  const { now } = world;
  return [
    { campaignId: '41007', name: 'Draft without a date', channel: 'sms', sentAt: null, createdAt: now - DAY_MS },
    {
      campaignId: 'next/A+B 1',
      name: 'Next Season',
      channel: 'email',
      sentAt: null,
      status: 'scheduled',
      createdAt: now - 3 * DAY_MS,
      scheduledAt: now + 5 * DAY_MS,
    },
    {
      campaignId: '41010',
      name: 'Refused by the Provider',
      channel: 'push',
      platform: 'web',
      sentAt: now - 6 * DAY_MS,
      status: 'failed',
      volume: 0,
    },
  ];
}

function completed(campaign: NewCampaign, draw: number): CampaignRecord {
  return {
    platform: null,
    type: 'broadcast',
    segment: null,
    status: campaign.sentAt === null ? 'draft' : 'completed',
    createdAt: campaign.sentAt,
    scheduledAt: null,
    volume: 1_000,
    steady: false,
    ...campaign,
    draw,
  };
}

export function createCampaignStore(world: World): CampaignStore {
  const records = new Map<string, CampaignRecord>();
  let nextDraw = FIRST_EXTRA_DRAW;
  const known = (campaignId: string): CampaignRecord => {
    const record = records.get(campaignId);
    if (record === undefined) throw new RangeError(`no campaign ${campaignId}`);
    return record;
  };
  const add = (campaign: NewCampaign): CampaignRecord => {
    const { campaignId } = campaign;
    if (campaignId.length < 1 || campaignId.length > 64) throw new RangeError('a campaign id has 1 to 64 characters');
    if (records.has(campaignId)) throw new RangeError(`campaign ${campaignId} exists`);
    const record = completed(campaign, nextDraw);
    nextDraw += 1;
    records.set(campaignId, record);
    return record;
  };
  for (let index = 0; index < world.campaigns.count; index += 1) {
    const record = worldCampaign(world, index);
    records.set(record.campaignId, record);
  }
  for (const campaign of [...namesakes(world), ...unsent(world)]) add(campaign);
  return {
    all: () => records.values(),
    find: (campaignId) => records.get(campaignId),
    add,
    change: (campaignId, patch) => {
      const record = { ...known(campaignId), ...patch };
      records.set(campaignId, record);
      return record;
    },
    remove: (campaignId) => {
      records.delete(known(campaignId).campaignId);
    },
  };
}

/** Newest sending first, then by id; unsent campaigns come last. */
export function bySendingTime(left: CampaignRecord, right: CampaignRecord): number {
  const later = (right.sentAt ?? 0) - (left.sentAt ?? 0);
  if (later !== 0) return later;
  return left.campaignId < right.campaignId ? -1 : left.campaignId > right.campaignId ? 1 : 0;
}

/** Whether the campaign has gone out by then. */
export function isSent(record: CampaignRecord, now: number): record is CampaignRecord & { readonly sentAt: number } {
  return record.sentAt !== null && record.sentAt <= now;
}
