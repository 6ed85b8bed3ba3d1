import { bi } from './bi.ts';
import type { Task } from './example.ts';
import { exhibitor } from './exhibitor.ts';
import { marketing } from './marketing.ts';
import { sales } from './sales.ts';
import { support } from './support.ts';

/** The worked examples, by what somebody has to do. */
export const tasks: readonly Task[] = [sales, exhibitor, support, marketing, bi];

/** The tabs of a first visit: a join of each kind. */
export const firstTabs: readonly string[] = ['VisitorsAndChats', 'LeadsAndCampaigns', 'OperatorsNow'];
