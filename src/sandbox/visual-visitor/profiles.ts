import { DAY_MS, type World } from '../world.ts';
import { INDUSTRIES } from './codes.ts';
import type { Row } from './table.ts';
import { toTimeText } from './text.ts';

const NONE = {
  industries: [],
  employeeRanges: [],
  revenueRanges: [],
  countries: [],
  states: [],
  cities: [],
  titles: [],
  seniorities: [],
  departments: [],
};

/** The ideal customer profiles of one account. An empty list means "any". */
export function createProfiles({ now, random }: World): readonly Row[] {
  const second = (days: number): string => toTimeText(Math.floor((now - days * DAY_MS) / 1000) * 1000);
  const own = [0, 1].map((index) => random.pick('vv-icp-industry', index, INDUSTRIES));
  return [
    {
      ...NONE,
      id: 61,
      name: 'Software in the US',
      enabled: true,
      industries: ['SOFT', ...own, 'NEW-industry'],
      employeeRanges: ['51-200', '201-500'],
      countries: ['US'],
      states: ['TX', 'IL'],
      cities: ['Austin', ' Chicago '],
      createdAt: second(200),
      updatedAt: second(20),
    },
    {
      ...NONE,
      id: 64,
      name: ' Buyers ',
      enabled: 'false',
      revenueRanges: ['10M-50M'],
      titles: ['Buyer', 'Sales Director'],
      seniorities: ['DIR', 'VP'],
      departments: ['PURCH', 'MKT-EVENTS'],
      createdAt: second(120),
      updatedAt: second(120),
    },
    { id: 67, name: 'Everybody', enabled: true, createdAt: second(3), updatedAt: second(3) },
  ];
}
