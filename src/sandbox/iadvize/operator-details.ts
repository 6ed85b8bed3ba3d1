import type { World } from '../world.ts';
import { channelsOf, type OperatorRecord } from './operators.ts';
import type { WireRow } from './wire-row.ts';

const STREAM = 'iadvize-operator-detail';

export type ChannelState = {
  readonly enabled: boolean;
  readonly slot_number: number;
  readonly slot_max_number: number;
  readonly busy: boolean;
  readonly available: boolean;
};
export type LiveState = {
  readonly connected: boolean;
  /** Has logged in at least once: others never show in the live list. */
  readonly seen: boolean;
  readonly chat: ChannelState;
  readonly call: ChannelState;
  readonly video: ChannelState;
};

function channelState(world: World, index: number, channel: string, enabled: boolean, connected: boolean, max: number) {
  const used = world.random.integer(`${STREAM}-slots-${channel}`, index, max + 1);
  const busy = used >= max;
  return { enabled, slot_number: used, slot_max_number: max, busy, available: connected && enabled && !busy };
}

/** The same at any time: a simulated operator keeps the state that the seed gave. */
export function liveState(world: World, index: number): LiveState {
  const { chat, call, video, chats } = channelsOf(world, index);
  const connected = world.random.chance(`${STREAM}-connected`, index, 0.6);
  return {
    connected,
    seen: connected || world.random.chance(`${STREAM}-seen`, index, 0.8),
    chat: channelState(world, index, 'chat', chat, connected, chats),
    call: channelState(world, index, 'call', call, connected, 1),
    video: channelState(world, index, 'video', video, connected, 1),
  };
}

export function liveRow(world: World, { id, index }: OperatorRecord): WireRow {
  const { connected, chat, call, video } = liveState(world, index);
  return { id, connected, chat, call, video };
}

/** All-time figures, so larger than what the kept conversations show. */
export function statisticRow({ random }: World, { id, index }: OperatorRecord): WireRow {
  const conversations = 300 + random.integer(`${STREAM}-conversations`, index, 4_000);
  const experience = conversations * 9 + random.integer(`${STREAM}-experience`, index, 500);
  return {
    id,
    conversation_number: index % 7 === 3 ? String(conversations) : conversations,
    satisfaction_global_rate: index % 6 === 5 ? null : random.integer(`${STREAM}-rate`, index, 101) / 100,
    experience,
  };
}

export function profileRow(world: World, { id, index, person }: OperatorRecord): WireRow {
  const { random, people } = world;
  if (random.chance(`${STREAM}-no-profile`, index, 0.3)) {
    return { user_id: id, status: null, description: null, facebook: null, twitter: null, city: null, country: null };
  }
  const { firstName, lastName, company } = people.at(person);
  return {
    user_id: id,
    status: 'Je suis disponible pour vous aider',
    description: `Passionné par les salons depuis ${2 + (index % 20)} années.`,
    facebook: `${firstName}.${lastName}`.toLowerCase(),
    twitter: index % 3 === 0 ? null : `${firstName}${index}`.toLowerCase(),
    city: company.city,
    country: company.country,
  };
}
