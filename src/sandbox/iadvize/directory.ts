import { HOME_ZONE, toLocal } from './local-time.ts';

export type ClientRecord = { readonly id: number; readonly lang: string; readonly premiumEnabled: boolean };
export type WebsiteRecord = {
  readonly id: number;
  readonly clientId: number;
  readonly url: string;
  readonly label: string;
  readonly currency: string;
  readonly languageAdmin: string;
  readonly timezone: string;
};
/** A group or a skill. */
export type BranchRecord = {
  readonly id: number;
  readonly name: string;
  readonly parentId: number | null;
  /** How long before the world's start it was made. */
  readonly ageDays: number;
};
export type TagRecord = { readonly id: number; readonly name: string; readonly websiteIds: readonly number[] };

/** The owners of the web sites. */
export const CLIENTS: readonly ClientRecord[] = [
  { id: 88, lang: 'fr', premiumEnabled: true },
  { id: 91, lang: 'en', premiumEnabled: false },
];

/** By website index. */
export const WEBSITES: readonly WebsiteRecord[] = [
  {
    id: 1501,
    clientId: 88,
    url: 'www.expo-paris.example',
    label: 'Expo Paris',
    currency: 'EUR',
    languageAdmin: 'fr',
    timezone: 'Europe/Paris',
  },
  {
    id: 1502,
    clientId: 88,
    url: 'us.expo.example',
    label: 'Expo America',
    currency: 'USD',
    languageAdmin: 'en',
    timezone: 'America/New_York',
  },
  {
    id: 1777,
    clientId: 88,
    url: 'expo.example/in',
    label: 'Expo India',
    currency: 'INR',
    languageAdmin: 'en',
    timezone: 'Asia/Kolkata',
  },
  {
    id: 1904,
    clientId: 91,
    url: 'boutique.expo.example',
    label: 'La boutique été',
    currency: 'CHF',
    languageAdmin: 'se',
    timezone: 'Europe/Paris',
  },
];

export const GROUPS: readonly BranchRecord[] = [
  { id: 51, name: 'Visitors', parentId: null, ageDays: 1_300 },
  { id: 52, name: 'Exhibitors', parentId: null, ageDays: 1_290 },
  { id: 58, name: 'Équipe technique', parentId: null, ageDays: 800 },
  { id: 63, name: 'Visitors, evening shift', parentId: 51, ageDays: 410 },
];

export const SKILLS: readonly BranchRecord[] = [
  { id: 201, name: 'Tickets', parentId: null, ageDays: 1_200 },
  { id: 202, name: 'Booth planning', parentId: null, ageDays: 1_180 },
  { id: 207, name: 'Travel', parentId: null, ageDays: 900 },
  { id: 210, name: 'Invoices', parentId: null, ageDays: 700 },
  { id: 214, name: 'Réclamations', parentId: null, ageDays: 640 },
  { id: 222, name: 'Group tickets', parentId: 201, ageDays: 300 },
];

export const TAGS: readonly TagRecord[] = [
  { id: 3_001, name: 'lead', websiteIds: [1501, 1502, 1777, 1904] },
  { id: 3_002, name: 'refund', websiteIds: [1501, 1904] },
  { id: 3_005, name: 'press', websiteIds: [1501] },
  { id: 3_009, name: 'visa', websiteIds: [1777] },
  { id: 3_010, name: 'no show', websiteIds: [1502, 1777] },
  { id: 3_014, name: 'déjà client', websiteIds: [1501, 1502] },
];

export const RULE_IDS = [7_101, 7_102, 7_109] as const;

export function zoneOf(websiteId: number | undefined): string {
  return WEBSITES.find(({ id }) => id === websiteId)?.timezone ?? HOME_ZONE;
}

/** Ancestors of a group or skill, root first. */
export function ancestorsOf(branches: readonly BranchRecord[], branch: BranchRecord): readonly number[] {
  const parent = branches.find(({ id }) => id === branch.parentId);
  return parent === undefined ? [] : [...ancestorsOf(branches, parent), parent.id];
}

/** When a group or skill was made, on Paris clocks: it belongs to no website. */
export function branchCreatedAt({ ageDays, id }: BranchRecord, worldNow: number): string {
  return toLocal(worldNow - ageDays * 86_400_000 - id * 60_000, HOME_ZONE);
}
