import type { NodeReads } from '../node-read.ts';

const scopes = ['read:visit'];

export const visitNodes: NodeReads<'Expo' | 'Visitor' | 'Partner' | 'Encounter'> = {
  Expo: { scopes, read: ([id = ''], { reads, reader }, info) => reads.visit.expo(reader(info), id) },
  Visitor: {
    scopes,
    read: ([expoId = '', id = ''], { reads, reader }, info) => reads.visit.visitor(reader(info), { expoId, id }),
  },
  Partner: {
    scopes,
    read: ([expoId = '', id = ''], { reads, reader }, info) => reads.visit.partner(reader(info), { expoId, id }),
  },
  Encounter: {
    scopes,
    read: ([expoId = '', id = ''], { reads, reader }, info) => reads.visit.encounter(reader(info), { expoId, id }),
  },
};
