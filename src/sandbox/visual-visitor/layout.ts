import type { World } from '../world.ts';

/** Lead k of one product belongs to one member of the world, and back, both without a search. */
export type Layout = {
  readonly count: number;
  /** The index of the person (+Person) or company (+Employee) that a lead shows. */
  ownerOf(lead: number): number;
  /** The leads that show this person or company, none for one that never visited. */
  leadsOf(owner: number): readonly number[];
  /** Leads of the shared cast: recent, and matchable in every system. */
  isCast(lead: number): boolean;
};

const CAST_PEOPLE = 10;
const CAST_COMPANIES = 5;
const COMPANIES_PER_SIZE = 42;
const FIRST_LEADS_PER_SIZE = 210;
const SECOND_LEADS_PER_SIZE = 10;
/** Every seventh of the first leads has a second one: the same person, seen again on another device. */
const SECOND_LEAD_STRIDE = 7;
/** How many leads each of 14 companies in a row has: 40 together. */
const LEADS_PER_COMPANY = [4, 1, 3, 2, 4, 3, 4, 2, 4, 3, 1, 4, 3, 2] as const;
const STARTS = LEADS_PER_COMPANY.map((_, at) => LEADS_PER_COMPANY.slice(0, at).reduce<number>((a, b) => a + b, 0));
const LEADS_PER_BLOCK = 40;

/** `taken` of `all` members, evenly spread: the rank of the k-th, and which k has a rank (if one has it). */
function spread(taken: number, all: number) {
  const rankOf = (k: number): number => Math.floor((k * all) / taken);
  return {
    rankOf,
    placeOf: (rank: number): number | undefined => {
      const k = Math.ceil((rank * taken) / all);
      return k < taken && rankOf(k) === rank ? k : undefined;
    },
  };
}

export function personLayout(world: World): Layout {
  const first = FIRST_LEADS_PER_SIZE * world.size;
  const second = SECOND_LEADS_PER_SIZE * world.size;
  const others = spread(first - CAST_PEOPLE, world.people.count - CAST_PEOPLE);
  const ownerOf = (lead: number): number => {
    const own = lead < first ? lead : (lead - first) * SECOND_LEAD_STRIDE;
    return own < CAST_PEOPLE ? own : CAST_PEOPLE + others.rankOf(own - CAST_PEOPLE);
  };
  const firstLeadOf = (person: number): number | undefined => {
    if (person < CAST_PEOPLE) return person;
    const place = others.placeOf(person - CAST_PEOPLE);
    return place === undefined ? undefined : place + CAST_PEOPLE;
  };
  return {
    count: first + second,
    ownerOf,
    isCast: (lead) => ownerOf(lead) < CAST_PEOPLE,
    leadsOf: (person) => {
      const own = firstLeadOf(person);
      if (own === undefined) return [];
      const again = own / SECOND_LEAD_STRIDE;
      return Number.isInteger(again) && again < second ? [own, first + again] : [own];
    },
  };
}

/** The companies that every system shows: the first five, and the employers of the ten people that every system shows. */
function castCompanies(world: World): readonly number[] {
  const cast = new Set(Array.from({ length: CAST_COMPANIES }, (_, index) => index));
  for (let person = 0; person < CAST_PEOPLE; person += 1) cast.add(world.people.at(person).company.index);
  return [...cast].sort((a, b) => a - b);
}

export function companyLayout(world: World): Layout {
  const cast = castCompanies(world);
  const slots = COMPANIES_PER_SIZE * world.size;
  const others = spread(slots - cast.length, world.companies.count - cast.length);
  const companyOf = (slot: number): number => {
    const own = cast[slot];
    if (own !== undefined) return own;
    return cast.reduce((index, taken) => (taken <= index ? index + 1 : index), others.rankOf(slot - cast.length));
  };
  const slotOf = (company: number): number | undefined => {
    const own = cast.indexOf(company);
    if (own >= 0) return own;
    const place = others.placeOf(company - cast.filter((taken) => taken < company).length);
    return place === undefined ? undefined : place + cast.length;
  };
  const slotOfLead = (lead: number): number => {
    const within = lead % LEADS_PER_BLOCK;
    return (
      Math.floor(lead / LEADS_PER_BLOCK) * LEADS_PER_COMPANY.length + STARTS.findLastIndex((start) => start <= within)
    );
  };
  return {
    count: (slots / LEADS_PER_COMPANY.length) * LEADS_PER_BLOCK,
    ownerOf: (lead) => companyOf(slotOfLead(lead)),
    isCast: (lead) => slotOfLead(lead) < cast.length,
    leadsOf: (company) => {
      const slot = slotOf(company);
      if (slot === undefined) return [];
      const [block, at] = [Math.floor(slot / LEADS_PER_COMPANY.length), slot % LEADS_PER_COMPANY.length];
      const start = block * LEADS_PER_BLOCK + (STARTS[at] ?? 0);
      return Array.from({ length: LEADS_PER_COMPANY[at] ?? 0 }, (_, offset) => start + offset);
    },
  };
}
