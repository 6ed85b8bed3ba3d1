import type { RateWindow } from '../kit/rate-windows.ts';
import { type Simulator, startSimulator, type Violation } from '../kit/simulator.ts';
import type { World } from '../world.ts';
import type { Credentials } from './access.ts';
import { createAccountCalendar, parseDay } from './calendar.ts';
import { type CampaignRecord, type CampaignStore, createCampaignStore } from './campaigns.ts';
import type { AnswerStyle } from './envelope.ts';
import { type Channel, createFigureBook, type Metrics } from './figures.ts';
import { createGate, DEFAULT_LIMITS } from './gate.ts';
import type { DayRange } from './parameters.ts';
import { createProfileStore, type ProfileRecord, type ProfileStore } from './profiles.ts';
import { createReports, createReportWriter, type Reports } from './reports.ts';
import { createRoutes, type Group } from './routes.ts';

export type NotifyVisitorsOptions = Credentials &
  AnswerStyle & {
    readonly world: World;
    readonly now?: () => number;
    readonly port?: number;
    readonly latencyMs?: () => number;
    /** Per brand and group; each part that is absent is the contract's. */
    readonly limits?: Readonly<Partial<Record<Group, Partial<RateWindow>>>>;
    /** Sends the undocumented `Retry-After` with a 429. Default false. */
    readonly retryAfter?: boolean;
    /** IANA zone of the account: of zone-less timestamps and of the days of reports. Default Asia/Kolkata. */
    readonly timeZone?: string;
    /** ISO 4217, of all revenue. Default INR. */
    readonly currency?: string;
  };

/** Changes behind the API's back, as the panel's users and time make them. */
type NotifyVisitorsEdit = {
  readonly addProfile: ProfileStore['add'];
  readonly changeProfile: ProfileStore['change'];
  readonly removeProfile: ProfileStore['remove'];
  readonly addCampaign: CampaignStore['add'];
  readonly changeCampaign: CampaignStore['change'];
  readonly removeCampaign: CampaignStore['remove'];
  /** The old key answers 401 from now on. */
  replaceKey(apiKey: string): void;
  /** The old token answers 401 from now on. */
  replaceToken(accessToken: string): void;
};

/** Days as `YYYY-MM-DD`, both included, of any length here. */
type ReportRange = { readonly from: string; readonly to: string };

/** What a faithful reader would know, from the simulator's own data. */
type NotifyVisitorsTruth = {
  profile(userID: string): ProfileRecord | undefined;
  /** The user id of a person of the world, undefined for one without profile; edits are not seen. */
  userIdOfPerson(personIndex: number): string | undefined;
  campaigns(): readonly CampaignRecord[];
  campaign(campaignId: string): CampaignRecord | undefined;
  /** In the upstream's order. */
  campaignIds(range: ReportRange, channel?: Channel): readonly string[];
  /** Without range: lifetime. RangeError for an unknown campaign. */
  metrics(campaignId: string, range?: ReportRange): Metrics;
};

export type NotifyVisitorsSimulator = Simulator & {
  readonly edit: NotifyVisitorsEdit;
  readonly truth: NotifyVisitorsTruth;
};

function toDays({ from, to }: ReportRange): DayRange {
  const days = { from: parseDay(from), to: parseDay(to) };
  if (days.from === undefined || days.to === undefined) throw new RangeError('a day is YYYY-MM-DD');
  return { from: days.from, to: days.to };
}

function createTruth(profiles: ProfileStore, campaigns: CampaignStore, reports: Reports): NotifyVisitorsTruth {
  return {
    profile: profiles.find,
    userIdOfPerson: profiles.userIdOfPerson,
    campaigns: () => [...campaigns.all()],
    campaign: campaigns.find,
    campaignIds: (range, channel) => reports.list(toDays(range), channel).map(({ campaignId }) => campaignId),
    metrics: (campaignId, range) => {
      const record = campaigns.find(campaignId);
      if (record === undefined) throw new RangeError(`no campaign ${campaignId}`);
      return reports.metrics(record, range === undefined ? undefined : toDays(range));
    },
  };
}

function createEdit(
  profiles: ProfileStore,
  campaigns: CampaignStore,
  replace: (credentials: Partial<Credentials>) => void,
): NotifyVisitorsEdit {
  return {
    addProfile: profiles.add,
    changeProfile: profiles.change,
    removeProfile: profiles.remove,
    addCampaign: campaigns.add,
    changeCampaign: campaigns.change,
    removeCampaign: campaigns.remove,
    replaceKey: (apiKey) => replace({ apiKey }),
    replaceToken: (accessToken) => replace({ accessToken }),
  };
}

/** Starts the analytics host of NotifyVisitors, `/api/v1/…`; RangeError for a brand id that is not an integer. */
export async function startNotifyVisitorsSimulator(options: NotifyVisitorsOptions): Promise<NotifyVisitorsSimulator> {
  const { world, now = Date.now, timeZone = 'Asia/Kolkata', currency = 'INR', limits = {} } = options;
  const { random } = world;
  let credentials: Credentials = options;
  if (!/^\d+$/.test(credentials.brandId)) throw new RangeError('a brand id is an integer');
  const calendar = createAccountCalendar(timeZone);
  const profiles = createProfileStore(world);
  const campaigns = createCampaignStore(world);
  const reports = createReports({ campaigns, figures: createFigureBook(random), calendar, now });
  const writer = createReportWriter({ reports, random, calendar, currency, now });
  const violations: Violation[] = [];
  const behaviour = createGate({
    routes: createRoutes({ profiles, campaigns, reports, writer, calendar, random }),
    credentials: () => credentials,
    limits: {
      users: { ...DEFAULT_LIMITS.users, ...limits.users },
      reports: { ...DEFAULT_LIMITS.reports, ...limits.reports },
    },
    style: options,
    violations,
    now,
  });
  const { port = 0, latencyMs = () => 0 } = options;
  const simulator = await startSimulator({ behaviour, violations, now, port, latencyMs });
  const { brandId } = credentials;
  const replace = (changed: Partial<Credentials>): void => {
    const { apiKey, accessToken } = credentials;
    credentials = { brandId, apiKey, accessToken, ...changed };
  };
  return {
    ...simulator,
    edit: createEdit(profiles, campaigns, replace),
    truth: createTruth(profiles, campaigns, reports),
  };
}
