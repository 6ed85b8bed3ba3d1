import { DAY_MS, type World } from '../world.ts';
import type { IdCodec } from './ids.ts';
import { inOrder } from './noise.ts';
import { type ExpoSummary, type NamedRecord, type Patch, toDateTime } from './records.ts';
import { EXPO_COUNT, type Revisions } from './revisions.ts';
import { createTable, type Table } from './table.ts';

/** What the other records of an expo need to know of it. */
export type ExpoPlan = {
  readonly index: number;
  readonly id: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly isPast: boolean;
  readonly forms: readonly NamedRecord[];
  readonly visitorTypes: readonly RegistrationType[];
  readonly partnerTypes: readonly RegistrationType[];
  readonly locations: readonly NamedRecord[];
  readonly questions: readonly Question[];
};

type RegistrationType = NamedRecord & { readonly reference: string | null };

type Question = { readonly name: string; readonly answers: readonly Answer[] };
type Answer = NamedRecord & { readonly reference: string | null };

export type Expos = {
  readonly plans: readonly ExpoPlan[];
  readonly table: Table;
  planOf(id: string): ExpoPlan | undefined;
  summary(index: number, revision: number): ExpoSummary;
  detail(index: number, revision: number): ExpoSummary;
  change(index: number, patch: Patch): void;
};

/** Days from the world's now; two references differ in case only, and one is used twice. */
const OUTLINES = [
  { name: 'Harbour Build Show', reference: 'BUILD-SHOW', timezone: 'Europe/Amsterdam', startsIn: -200 },
  { name: 'Autumn Trade Days', reference: 'Build-Show', timezone: 'US/Eastern', startsIn: -40 },
  { name: 'Harbour Build Show, next edition', reference: 'BUILD-SHOW', timezone: 'Europe/Amsterdam', startsIn: 60 },
] as const;

const QUESTIONS = [
  { name: 'What brings you here?', answers: ['Buying', 'Learning', 'Meeting people'] },
  { name: 'Size of your company', answers: ['1-9', '10-249', '250+'] },
] as const;

function makePlan(world: World, ids: IdCodec, index: number): ExpoPlan {
  const outline = OUTLINES[index] ?? OUTLINES[0];
  const start = Math.floor(world.now / DAY_MS) * DAY_MS + outline.startsIn * DAY_MS + 8 * 3_600_000;
  const type = (name: string, place: number): RegistrationType => ({
    id: ids.short('registration-type', index * 100 + place),
    name,
    reference: place % 2 === 0 ? name.slice(0, 3).toUpperCase() : null,
  });
  const form = (name: string, place: number): NamedRecord => ({ id: ids.encode('form', index, place), name });
  const location = (name: string, place: number): NamedRecord => ({
    id: ids.short('location', index * 100 + place),
    name,
  });
  const answer = (name: string, place: number): Answer => ({ id: ids.short('answer', place), name, reference: null });
  return {
    index,
    id: ids.encode('expo', index, 0),
    start,
    end: start + 2 * DAY_MS + 9 * 3_600_000,
    isPast: outline.startsIn < 0,
    forms: ['Visitor registration', 'Exhibitor staff'].map(form),
    visitorTypes: ['Visitor', 'Press', 'VIP', 'Exhibitor staff'].map(type),
    partnerTypes: ['Exhibitor', 'Sponsor'].map((name, place) => type(name, 10 + place)),
    locations: ['Entrance North', 'Hall 1', 'Conference'].map(location),
    questions: QUESTIONS.map(({ name, answers }, at) => ({
      name,
      answers: answers.map((text, place) => answer(text, at * 10 + place)),
    })),
  };
}

function makeSummary(plan: ExpoPlan, revision: number): ExpoSummary {
  const { name, reference, timezone } = OUTLINES[plan.index] ?? OUTLINES[0];
  return {
    contactEmail: `${name} <desk@harbour-events.example>`,
    description: plan.index === 0 ? 'Three days of building' : plan.index === 1 ? '' : null,
    end: toDateTime(plan.end),
    id: plan.id,
    name,
    reference,
    revision,
    start: toDateTime(plan.start),
    timezone,
  };
}

/** Head counts by registration type, from shares: what matters is that they add up as in the vendor's sample. */
function typeStats(plan: ExpoPlan, registrations: number): readonly unknown[] {
  return plan.visitorTypes.map(({ id, name }, place) => {
    const total = Math.floor(registrations / (2 + place));
    const show = plan.isPast ? Math.floor(total * 0.6) : 0;
    const online = Math.floor(total * 0.8);
    return { id, name, noshow: total - show, online, onsite: total - online, show, total };
  });
}

function makeDetail(world: World, ids: IdCodec, plan: ExpoPlan, summary: ExpoSummary): ExpoSummary {
  const levels = (types: readonly RegistrationType[], type: 'visitor' | 'partner'): readonly unknown[] =>
    types.map(({ id, name }, place) => ({ id, level: place === 0 ? 'organization' : 'expo', name, type }));
  const answers = (list: readonly Answer[]): readonly unknown[] =>
    list.map((answer, sort) => ({ ...answer, sort, type: 'smallText' }));
  const question = { level: 'expo', numberOfColumns: 1, reference: null };
  return inOrder({
    ...summary,
    customFields: [
      { customCode: '#custom:HASHTAG#', id: ids.short('custom', plan.index), name: 'Hashtag', revision: 1, value: '' },
    ],
    forms: plan.forms.map(({ id, name }, place) => ({
      description: place === 0 ? null : '',
      id,
      name,
      pspMode: 'test',
      senderEmail: 'desk@harbour-events.example',
      url: `https://registration.harbour-events.example/${id}`,
    })),
    locations: plan.locations.map(({ id, name }, place) => ({ direction: place === 0 ? 'in' : null, id, name })),
    partnerSettings: plan.partnerTypes.map((registrationType, place) => ({
      registrationType,
      staff: [{ freeBadges: place === 0 ? 5 : null, id: ids.short('staff', place), name: 'Staff' }],
    })),
    questions: [
      ...plan.questions.map(({ name, answers: list }) => ({
        answers: answers(list),
        ...question,
        name,
        type: 'checkBox',
      })),
      { ...question, name: 'Anything else?', type: 'open' },
    ],
    registrationTypeStats: typeStats(plan, 200 * world.size),
    registrationTypes: [...levels(plan.visitorTypes, 'visitor'), ...levels(plan.partnerTypes, 'partner')],
  });
}

export function createExpos(world: World, ids: IdCodec, revisions: Revisions): Expos {
  const plans = Array.from({ length: EXPO_COUNT }, (_, index) => makePlan(world, ids, index));
  const first = plans.map(({ index }) => ({ index, revision: revisions.initial('expos', index, 0) }));
  const ranked = first.toSorted((a, b) => a.revision - b.revision);
  const patches = new Map<number, Patch>();
  const planAt = (index: number): ExpoPlan => plans[index] as ExpoPlan;
  const summary = (index: number, revision: number): ExpoSummary => ({
    ...makeSummary(planAt(index), revision),
    ...patches.get(index),
    revision,
  });
  return {
    plans,
    table: createTable({
      ranks: EXPO_COUNT,
      revisionAt: (rank) => ranked[rank]?.revision ?? 0,
      indexAt: (rank) => ranked[rank]?.index ?? 0,
      rankOf: (index) => ranked.findIndex((expo) => expo.index === index),
      exists: () => true,
    }),
    planOf: (id) => plans.find((plan) => plan.id === id),
    summary,
    detail: (index, revision) => makeDetail(world, ids, planAt(index), summary(index, revision)),
    change: (index, patch) => {
      patches.set(index, { ...patches.get(index), ...patch });
    },
  };
}
