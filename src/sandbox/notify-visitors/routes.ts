import type { Random } from '../kit/random.ts';
import type { SimulatedRequest } from '../kit/wire.ts';
import { type AccountCalendar, TIMESTAMP_FORMS, writeTimestamp } from './calendar.ts';
import type { CampaignStore } from './campaigns.ts';
import { toWire } from './json.ts';
import {
  type Complaint,
  isComplaint,
  readCampaignId,
  readChannel,
  readPage,
  readParameters,
  readRange,
} from './parameters.ts';
import { LONGEST_USER_ID, type ProfileRecord, type ProfileStore } from './profiles.ts';
import type { Reports, ReportWriter } from './reports.ts';

/** The vendor counts calls per group. */
export type Group = 'users' | 'reports';

/** `unknown`: a sound request for a record that does not exist, which the vendor answers with 400 too. */
type Outcome = { readonly data: unknown } | { readonly unknown: string } | Complaint;

export type Route = {
  readonly method: 'GET' | 'POST';
  readonly group: Group;
  answer(request: SimulatedRequest): Outcome;
};

export type RouteParts = {
  readonly profiles: ProfileStore;
  readonly campaigns: CampaignStore;
  readonly reports: Reports;
  readonly writer: ReportWriter;
  readonly calendar: AccountCalendar;
  readonly random: Random;
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readUserId(request: SimulatedRequest): string | Complaint {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) return { rule: 'wrong content type', detail: type };
  const body = parseJson(request.body);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { rule: 'malformed body', detail: 'not a JSON object' };
  const extra = Object.keys(body).find((name) => name !== 'userID');
  if (extra !== undefined) return { rule: 'unknown parameter', detail: extra };
  const { userID } = body as { readonly userID?: unknown };
  if (userID === undefined) return { rule: 'missing parameter', detail: 'userID' };
  if (typeof userID !== 'string') return { rule: 'malformed user id', detail: 'not a string' };
  return userID.length >= 1 && userID.length <= LONGEST_USER_ID
    ? userID
    : { rule: 'malformed user id', detail: `${userID.length} characters` };
}

function writeProfile({ calendar, random }: RouteParts, profile: ProfileRecord): unknown {
  const write = (epochMs: number, column: number): string =>
    writeTimestamp(calendar, epochMs, random.pick('nv-user-time-form', profile.draw * 2 + column, TIMESTAMP_FORMS));
  return {
    userID: profile.userID,
    user_attributes: toWire(profile.attributes),
    created_at: write(profile.createdAt, 0),
    last_seen: profile.lastSeen === null ? null : write(profile.lastSeen, 1),
    ...(random.chance('nv-devices', profile.draw, 0.1)
      ? { devices: random.integer('nv-device', profile.draw, 4) }
      : {}),
  };
}

function userData(parts: RouteParts, request: SimulatedRequest): Outcome {
  const parameters = readParameters(request.query, []);
  if (isComplaint(parameters)) return parameters;
  const userID = readUserId(request);
  if (isComplaint(userID)) return userID;
  const profile = parts.profiles.find(userID);
  return profile === undefined ? { unknown: 'No user has this userID' } : { data: writeProfile(parts, profile) };
}

function reportList({ reports, writer, random }: RouteParts, request: SimulatedRequest): Outcome {
  const parameters = readParameters(request.query, ['channel', 'from', 'to', 'page', 'limit']);
  if (isComplaint(parameters)) return parameters;
  const range = readRange(parameters, false);
  if (isComplaint(range)) return range;
  const channel = readChannel(parameters);
  if (isComplaint(channel)) return channel;
  const window = readPage(parameters);
  if (isComplaint(window)) return window;
  if (range === undefined) return { rule: 'missing parameter', detail: 'from' };
  const { page, limit } = window;
  const found = reports.list(range, channel);
  const total = random.chance('nv-total-text', page, 0.15) ? String(found.length) : found.length;
  return {
    data: {
      campaigns: found.slice((page - 1) * limit, page * limit).map((record) => writer.summary(record, range)),
      pagination: { page, limit, total, total_pages: Math.ceil(found.length / limit) },
    },
  };
}

function oneReport({ campaigns, writer }: RouteParts, request: SimulatedRequest, daily: boolean): Outcome {
  const parameters = readParameters(request.query, ['campaign_id', 'from', 'to']);
  if (isComplaint(parameters)) return parameters;
  const campaignId = readCampaignId(parameters);
  if (isComplaint(campaignId)) return campaignId;
  const range = readRange(parameters, !daily);
  if (isComplaint(range)) return range;
  const record = campaigns.find(campaignId);
  if (record === undefined) return { unknown: 'No campaign has this campaign_id' };
  return { data: daily && range !== undefined ? writer.days(record, range) : writer.summary(record, range) };
}

/** Every path that this simulator knows. */
export function createRoutes(parts: RouteParts): ReadonlyMap<string, Route> {
  const report = (answer: (request: SimulatedRequest) => Outcome): Route => ({
    method: 'GET',
    group: 'reports',
    answer: (request) =>
      request.body === '' ? answer(request) : { rule: 'unexpected body', detail: `${request.body.length} characters` },
  });
  return new Map<string, Route>([
    ['/api/v1/user/userData', { method: 'POST', group: 'users', answer: (request) => userData(parts, request) }],
    ['/api/v1/report/campaigns', report((request) => reportList(parts, request))],
    ['/api/v1/report/campaign', report((request) => oneReport(parts, request, false))],
    ['/api/v1/report/campaign/daily', report((request) => oneReport(parts, request, true))],
  ]);
}
