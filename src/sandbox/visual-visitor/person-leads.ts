import type { Human, World } from '../world.ts';
import { type Layout, personLayout } from './layout.ts';
import { createModel, createSource, idRules, type LeadSource, locationMembers, trafficMembers } from './model.ts';
import { toTimeText } from './text.ts';
import type { LeadModel } from './types.ts';

/** The address of a lead as collected: about one in five with stray case and blanks, some missing or malformed. */
function emailOf(source: LeadSource, person: (lead: number) => Human) {
  const { random } = source.world;
  return (lead: number): string | null => {
    const { email } = person(lead);
    const share = random.fraction('vv-person-email', lead);
    if (share < 0.08) return ` ${email}`;
    if (share < 0.15) return email.toUpperCase();
    if (share < 0.2) return `${email.charAt(0).toUpperCase()}${email.slice(1)}  `;
    if (source.layout.isCast(lead) || share < 0.94) return email;
    if (share < 0.95) return '';
    return share < 0.96 ? email.replace('@', ' at ') : null;
  };
}

/** Every address, malformed ones too, has its person's index as its first digits. */
function leadsByEmail(world: World, layout: Layout) {
  return (email: string): readonly number[] => {
    const person = /\d+/.exec(email)?.[0];
    return person !== undefined && Number(person) < world.people.count ? layout.leadsOf(Number(person)) : [];
  };
}

/** The +Person leads of a world: about half of its people, some of them seen twice. */
export function createPersonLeads(world: World): LeadModel {
  const layout = personLayout(world);
  const source = createSource(world, 'person', layout);
  const person = (lead: number): Human => world.people.at(layout.ownerOf(lead));
  const members = {
    id: idRules('person').idOf,
    firstName: (lead: number) => (lead % 41 === 23 ? '' : person(lead).firstName),
    lastName: (lead: number) => (lead % 23 === 11 ? ` ${person(lead).lastName} ` : person(lead).lastName),
    email: emailOf(source, person),
    phone: (lead: number) => (lead % 3 === 1 ? null : person(lead).phone),
    ...locationMembers(source, 'person', (lead) => person(lead).company),
    linkedInUrl: (lead: number) => (lead % 2 === 0 ? null : `https://www.linkedin.com/in/p${layout.ownerOf(lead)}`),
    companyName: (lead: number) => (lead % 11 === 6 ? null : person(lead).company.name),
    title: (lead: number) => (lead % 7 === 5 ? null : person(lead).jobTitle),
    isKnownCustomer: source.isKnown,
    identifiedAt: (lead: number) => toTimeText(source.traffic.firstVisitAt(lead)),
    ...trafficMembers(source.traffic),
  };
  return createModel({
    product: 'person',
    source,
    members,
    byEmail: leadsByEmail(world, layout),
    byDomain: () => [],
  });
}
