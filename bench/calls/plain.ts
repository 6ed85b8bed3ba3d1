import DataLoader from 'dataloader';
import { email as addressOf } from '../../test/golden/forms.ts';
import { SHOWN, SHOWN_CONVERSATIONS, type Ways } from './actions.ts';
import type { Rest } from './rest.ts';

type Id = string | number;
type Row = {
  readonly id: Id;
  readonly revision?: number;
  readonly email?: unknown;
  readonly operator_id?: Id | null;
} & {
  readonly contact?: { readonly email?: unknown };
  readonly partner?: { readonly id: string } | null;
};
type Page = { readonly data: readonly Row[]; readonly pagination?: { readonly pages: number } };
type Report = { readonly campaign_id: Id };

/** The session's last 90 and last 30 days. */
export type Days = { readonly leads: { readonly dateFrom: string; readonly dateTo: string }; readonly reports: string };

/** Single records are loaded once in a request; no upstream reads several by their ids. */
function loader<T>(read: (id: string) => Promise<T>): DataLoader<string, T> {
  return new DataLoader((ids) => Promise.all(ids.map(read)));
}

/** What one request reads, each thing once. */
function beginRequest(rest: Rest, days: Days) {
  const visit = loader((path) => rest.visit(path));
  const operator = loader((id) => rest.iadvize(`/operator/${id}`));
  const profile = loader((userID) => rest.notifyVisitors('/api/v1/user/userData', { userID }));
  const leads = loader((filters) =>
    rest.visualVisitor('/plusperson/leads/search', {
      ...days.leads,
      sort: '-lastVisitAt',
      ...(JSON.parse(filters) as object),
      pageSize: SHOWN,
    }),
  );
  return { rest, days, visit, operator, profile, leads };
}
type Request = ReturnType<typeof beginRequest>;
type Facts = Promise<readonly Id[]>;

const REGISTERED = 'registrationStates=registered&showDeleted=false';

async function visitorFacts({ visit }: Request, expo: string, { id, partner }: Row): Facts {
  const [host, participant] = await Promise.all([
    partner ? (visit.load(`/partners/${expo}/${partner.id}`) as Promise<Row | null>) : null,
    visit.load(`/participants/${expo}/${id}`) as Promise<Row | null>,
  ]);
  return [id, ...(host ? [host.id] : []), ...(participant ? [participant.id] : [])];
}

async function allFacts(facts: readonly Facts[]): Facts {
  return (await Promise.all(facts)).flat();
}

/** All pages of a revision list. */
async function everyVisitor({ visit }: Request, expo: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let from = 0; ; from = (rows.at(-1)?.revision ?? 0) + 1) {
    const page = (await visit.load(`/visitors/${expo}?${REGISTERED}&limit=100&fromRevision=${from}`)) as readonly Row[];
    rows.push(...page);
    if (page.length < 100) return rows;
  }
}

async function everyChatVisitor({ rest }: Request): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const { data, pagination } = (await rest.iadvize(`/visitor?full=1&limit=100&page=${page}`)) as Page;
    rows.push(...data);
    if (page >= (pagination?.pages ?? 1)) return rows;
  }
}

async function registrations(request: Request, email: string): Facts {
  const expos = (await request.visit.load('/expos?limit=100&fromRevision=0')) as readonly Row[];
  const visitors = await Promise.all(expos.map(({ id }) => everyVisitor(request, String(id))));
  return visitors.flat().flatMap(({ id, contact }) => (addressOf(contact?.email) === email ? [id] : []));
}

async function profileAndLeads({ profile, leads }: Request, email: string): Facts {
  const found = await profile.load(email);
  const { data } = (await leads.load(JSON.stringify({ email, page: 1 }))) as Page;
  return [...(found === null ? [] : [email]), ...data.map(({ id }) => id)];
}

function reportsIn(answer: unknown): readonly Report[] {
  const { response, data = response?.data } = answer as {
    readonly response?: { readonly data: { readonly campaigns: readonly Report[] } };
    readonly data?: { readonly campaigns: readonly Report[] };
  };
  return data?.campaigns ?? [];
}

async function conversationFacts({ operator }: Request, { id, operator_id: by }: Row): Facts {
  if (by !== null && by !== undefined) await operator.load(String(by));
  return [id, ...(by ? [by] : [])];
}

/** The pages that are shown, by revision: after the last row of the page before. */
export type Places = { after(kind: 'visitors' | 'partners', expo: string, page: number): number };

const CHAT = '/conversation.json-unicode';

/**
 * The same operations with a DataLoader per request and nothing held: each asks only for the rows that it shows, goes on where
 * the page before ended, and reads nothing twice. Told are the ids of all that was found.
 */
export function plainWays(rest: Rest, places: Places, days: Days): Ways<Facts> {
  const begin = (): Request => beginRequest(rest, days);
  const idsOf = async (page: Promise<unknown>): Facts => ((await page) as Page).data.map(({ id }) => id);
  return {
    visitors: async ({ expo, page }) => {
      const request = begin();
      const from = places.after('visitors', expo, page);
      const rows = await request.visit.load(`/visitors/${expo}?${REGISTERED}&limit=${SHOWN}&fromRevision=${from}`);
      return allFacts((rows as readonly Row[]).map((row) => visitorFacts(request, expo, row)));
    },
    visitor: async ({ expo, id }) => {
      const request = begin();
      return visitorFacts(request, expo, (await request.visit.load(`/visitors/${expo}/${id}`)) as Row);
    },
    partners: async ({ expo, page }) => {
      const from = places.after('partners', expo, page);
      const rows = await rest.visit(`/partners/${expo}?showDeleted=false&limit=${SHOWN}&fromRevision=${from}`);
      return (rows as readonly Row[]).map(({ id }) => id);
    },
    partner: async ({ expo, id }) => [((await rest.visit(`/partners/${expo}/${id}`)) as Row).id],
    leads: ({ page }) => idsOf(begin().leads.load(JSON.stringify({ page: page + 1 }))),
    lead: async ({ id }) => [((await rest.visualVisitor(`/plusperson/leads/${id}`)) as Row).id],
    conversations: async ({ page }) => {
      const request = begin();
      const query = `formatHistory=0&full=1&limit=${SHOWN_CONVERSATIONS}&page=${page + 1}`;
      const { data } = (await rest.iadvize(`${CHAT}?${query}`)) as Page;
      return allFacts(data.map((row) => conversationFacts(request, row)));
    },
    conversation: async ({ id }) => {
      const { data } = (await rest.iadvize(`${CHAT}/${id}?formatHistory=0`)) as { readonly data: Row };
      return conversationFacts(begin(), data);
    },
    operators: () => idsOf(rest.iadvize(`/operator?full=1&limit=${SHOWN}&page=1`)),
    campaigns: async () => {
      const answer = await rest.notifyVisitors(`/api/v1/report/campaigns?${days.reports}&page=1&limit=${SHOWN}`);
      return reportsIn(answer).map(({ campaign_id: id }) => id);
    },
    campaign: async ({ id }) => {
      await rest.notifyVisitors(`/api/v1/report/campaign?campaign_id=${id}`);
      return [id];
    },
    person: async ({ email }) => {
      const request = begin();
      const chats = (await everyChatVisitor(request)).filter((row) => addressOf(row.email) === email);
      return allFacts([
        registrations(request, email),
        Promise.resolve(chats.map(({ id }) => id)),
        profileAndLeads(request, email),
      ]);
    },
    people: async ({ emails }) => {
      const request = begin();
      return allFacts(emails.map((email) => profileAndLeads(request, email)));
    },
  };
}
