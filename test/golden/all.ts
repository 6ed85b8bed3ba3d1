import { campaignGoldens } from './campaigns.ts';
import { companyGoldens } from './companies.ts';
import type { Golden } from './golden.ts';
import { iadvizeDetails } from './iadvize-details.ts';
import { directoryFields, directoryRoots } from './iadvize-directory.ts';
import { conversationFields, operatorFields } from './iadvize-fields.ts';
import { callMeetingGoldens, satisfactionGoldens } from './iadvize-figures.ts';
import { chatVisitorRoots, liveGoldens } from './iadvize-live.ts';
import { iadvizeRoots } from './iadvize-roots.ts';
import { statisticGoldens } from './iadvize-statistics.ts';
import { transactionFields, transactionRoots } from './iadvize-transactions.ts';
import { leadFields, leadRoots } from './leads.ts';
import { nodeGoldens } from './nodes.ts';
import { personGoldens } from './people.ts';
import { expoGoldens } from './visit-expos.ts';
import { visitFields } from './visit-fields.ts';
import { floorFields } from './visit-floor-fields.ts';
import { floorRoots } from './visit-floor-roots.ts';
import { programmeFields } from './visit-programme.ts';
import { visitRoots } from './visit-roots.ts';
import { partnerGoldens, userGoldens } from './visual-visitor-accounts.ts';
import { configurationGoldens, referenceGoldens } from './visual-visitor-configuration.ts';
import { visualVisitorNodes } from './visual-visitor-node-kinds.ts';
import { jobGoldens, profileGoldens } from './visual-visitor-profiles.ts';
import { companyProspectGoldens, contactProspectGoldens } from './visual-visitor-prospects.ts';

/** Every golden, by the test file that runs it. */
export const GOLDENS = {
  campaigns: campaignGoldens,
  iadvizeDirectory: [...directoryRoots, ...directoryFields, ...liveGoldens, ...chatVisitorRoots],
  iadvize: [...iadvizeRoots, ...operatorFields, ...conversationFields, ...iadvizeDetails],
  iadvizeFigures: [...transactionRoots, ...transactionFields, ...satisfactionGoldens, ...callMeetingGoldens],
  iadvizeStatistics: statisticGoldens,
  leads: [...leadRoots, ...leadFields],
  nodes: nodeGoldens,
  people: [...personGoldens, ...companyGoldens],
  visit: [...visitRoots, ...visitFields],
  visualVisitor: [
    ...partnerGoldens,
    ...userGoldens,
    ...profileGoldens,
    ...jobGoldens,
    ...configurationGoldens,
    ...referenceGoldens,
    ...companyProspectGoldens,
    ...contactProspectGoldens,
    ...visualVisitorNodes,
  ],
  visitFloor: [...expoGoldens, ...floorRoots, ...floorFields, ...programmeFields],
} as const satisfies Record<string, readonly Golden[]>;
