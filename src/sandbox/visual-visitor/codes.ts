/** The reference lists that the coded filters draw from. */
export type CodeList =
  | 'industries'
  | 'employee-ranges'
  | 'revenue-ranges'
  | 'seniorities'
  | 'departments'
  | 'countries'
  | 'states'
  | 'time-zones'
  | 'roles';

export const INDUSTRIES = [
  'AUTO',
  'BANK',
  'CHEM',
  'CONS',
  'EDUC',
  'ENER',
  'FOOD',
  'HLTH',
  'LOGI',
  'MFG',
  'RETL',
  'SOFT',
] as const;
export const EMPLOYEE_RANGES = ['1-10', '11-50', '51-200', '201-500', '501-1000', '1001-5000', '5001+'] as const;
export const REVENUE_RANGES = ['0-1M', '1M-10M', '10M-50M', '50M-100M', '100M-1B', '1B+'] as const;
export const SENIORITIES = ['OWNER', 'CLEVEL', 'VP', 'DIR', 'MGR', 'STAFF'] as const;
export const DEPARTMENTS = ['EXEC', 'MKT', 'MKT-EVENTS', 'SALES', 'IT', 'PURCH'] as const;
const ROLES = ['ResellerAdmin', 'Admin', 'User'] as const;

const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';
const US_STATES =
  'AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY';
const OTHER_REGIONS = ['Noord-Holland', 'Auvergne-Rhône-Alpes', 'Hamburg', 'England', 'Oost-Vlaanderen'];

export const CODES: Readonly<Record<CodeList, readonly string[]>> = {
  industries: INDUSTRIES,
  'employee-ranges': EMPLOYEE_RANGES,
  'revenue-ranges': REVENUE_RANGES,
  seniorities: SENIORITIES,
  departments: DEPARTMENTS,
  countries: COUNTRIES.split(' '),
  states: [...US_STATES.split(' '), ...OTHER_REGIONS],
  'time-zones': Intl.supportedValuesOf('timeZone'),
  roles: ROLES,
};
const LISTS = new Map(Object.entries(CODES).map(([list, codes]) => [list, new Set(codes)]));

/** Whether a reference list has this code; codes are case-sensitive. */
export function isKnownCode(list: CodeList, code: string): boolean {
  return LISTS.get(list)?.has(code) ?? false;
}
