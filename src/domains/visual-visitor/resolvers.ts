import type { Resolvers } from '../../generated/resolvers.ts';
import { accountResolvers } from './account-resolvers.ts';
import { configurationResolvers } from './configuration-resolvers.ts';
import { leadResolvers } from './lead-resolvers.ts';
import { prospectResolvers } from './prospect-resolvers.ts';
import { referenceResolvers } from './reference-resolvers.ts';

export const visualVisitorResolvers: readonly Resolvers[] = [
  leadResolvers,
  accountResolvers,
  configurationResolvers,
  prospectResolvers,
  referenceResolvers,
];
