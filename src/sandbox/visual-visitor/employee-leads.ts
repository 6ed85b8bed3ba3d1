import type { World } from '../world.ts';
import { EMPLOYEE_RANGES, INDUSTRIES, REVENUE_RANGES } from './codes.ts';
import { companyLayout } from './layout.ts';
import { createModel, createSource, idRules, type LeadSource, locationMembers, trafficMembers } from './model.ts';
import type { LeadModel } from './types.ts';

const NO_DOMAIN = [
  'Domain not available for this visitor',
  'This visitor came through an internet provider.',
  ' n/a ',
] as const;

function companyOf({ world, layout }: LeadSource) {
  return (lead: number) => world.companies.at(layout.ownerOf(lead));
}

function companyNameOf(source: LeadSource) {
  const company = companyOf(source);
  return (lead: number): string => {
    const { name } = company(lead);
    const share = source.world.random.fraction('vv-employee-name', lead);
    if (share < 0.1) return ` ${name} `;
    return share < 0.16 ? name.toUpperCase() : name;
  };
}

/** The domain of a lead with the noise of tracking data; the first lead of a cast company always has one. */
function domainOf(source: LeadSource) {
  const { random } = source.world;
  const company = companyOf(source);
  const isSure = (lead: number): boolean =>
    source.layout.isCast(lead) && source.layout.leadsOf(source.layout.ownerOf(lead))[0] === lead;
  return (lead: number): string | null => {
    const { domain } = company(lead);
    const share = random.fraction('vv-employee-domain', lead);
    if (share < 0.55) return domain;
    if (share < 0.63) return `www.${domain}`;
    if (share < 0.71) return `https://www.${domain}/about?x=1`;
    if (share < 0.78) return ` ${domain.toUpperCase()}  `;
    if (share < 0.84) return `http://${domain}:8080/`;
    if (isSure(lead)) return `WWW.${domain}`;
    if (share < 0.9) return random.pick('vv-employee-no-domain', lead, NO_DOMAIN);
    return share < 0.95 ? '' : null;
  };
}

/** A code of a reference list; seldom none, or one that the list does not have. */
function codeOf(source: LeadSource, name: string, codes: readonly string[]) {
  const { random } = source.world;
  return (lead: number): string | null => {
    const share = random.fraction(`vv-employee-${name}`, lead);
    if (share < 0.06) return null;
    return share < 0.09 ? `NEW-${name}` : random.pick(`vv-company-${name}`, source.layout.ownerOf(lead), codes);
  };
}

/** The +Employee leads of a world: company visits, 1 to 4 leads for each of about 70 % of the companies. */
export function createEmployeeLeads(world: World): LeadModel {
  const layout = companyLayout(world);
  const source = createSource(world, 'employee', layout);
  const company = companyOf(source);
  const { random } = world;
  const members = {
    id: idRules('employee').idOf,
    companyId: (lead: number) => 7_000 + layout.ownerOf(lead) * 3,
    companyName: companyNameOf(source),
    domain: domainOf(source),
    industryCode: codeOf(source, 'industry', INDUSTRIES),
    employeeRangeCode: codeOf(source, 'employees', EMPLOYEE_RANGES),
    revenueRangeCode: codeOf(source, 'revenue', REVENUE_RANGES),
    ...locationMembers(source, 'employee', company),
    phone: (lead: number) => (lead % 4 === 0 ? null : `+1 555 ${String(1_000_000 + layout.ownerOf(lead))}`),
    linkedInUrl: (lead: number) => (lead % 3 === 0 ? null : `https://www.linkedin.com/company/${company(lead).domain}`),
    icpMatch: (lead: number) => random.chance('vv-employee-icp', lead, 0.35),
    isKnownCustomer: source.isKnown,
    ...trafficMembers(source.traffic),
  };
  return createModel({
    product: 'employee',
    source,
    members,
    byEmail: () => [],
    byDomain: (domain) => {
      // A company's domain carries its index; every other text may be a sentence of any lead.
      const index = /^[a-z]+-[a-z]+-(\d+)\.example$/.exec(domain)?.[1];
      if (index === undefined) return undefined;
      return Number(index) < world.companies.count ? layout.leadsOf(Number(index)) : [];
    },
  });
}
