import type { ExpoType } from '../global-id.ts';
import type { NodeReads } from '../node-read.ts';
import { KINDS } from './fields.ts';

const scopes = ['read:visit'];

function inExpo(type: ExpoType): NodeReads<ExpoType>[ExpoType] {
  return {
    scopes,
    read: ([expoId = '', id = ''], { reads, reader }, info) =>
      reads.visit.record(reader(info), KINDS[type], { expoId, id }),
  };
}

const records = Object.fromEntries(Object.keys(KINDS).map((type) => [type, inExpo(type as ExpoType)]));

export const visitNodes: NodeReads<'Expo' | ExpoType> = {
  Expo: { scopes, read: ([id = ''], { reads, reader }, info) => reads.visit.expo(reader(info), id) },
  ...(records as NodeReads<ExpoType>),
};
