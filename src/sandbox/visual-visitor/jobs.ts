import { DAY_MS, type World } from '../world.ts';
import { makeRows, type Row } from './table.ts';
import { toTimeText } from './text.ts';

const JOB_TYPES = ['plusemployee_leads', 'plusperson_leads', 'who_to_contact'] as const;
const JOB_STATUSES = [
  'queued',
  'estimating',
  'pending_confirmation',
  'processing',
  'completed',
  'failed',
  'expired',
  'cancelled',
] as const;

const JOBS_PER_SIZE = 20;
const MOST_JOBS = 450;
/** Reached once the estimate is known. */
const ESTIMATED: ReadonlySet<string> = new Set([
  'pending_confirmation',
  'processing',
  'completed',
  'failed',
  'expired',
]);
const CONFIRMED: ReadonlySet<string> = new Set(['processing', 'completed', 'failed', 'expired']);
const DONE: ReadonlySet<string> = new Set(['completed', 'expired']);

function queryOf(world: World, index: number, type: (typeof JOB_TYPES)[number]): Readonly<Record<string, unknown>> {
  if (type === 'who_to_contact') return { industries: ['SOFT'], titles: ['Buyer'], hasEmail: true };
  const range = { dateFrom: '2025-01-01', dateTo: '2025-07-01' };
  return type === 'plusperson_leads'
    ? { ...range, email: world.people.at(index).email }
    : { ...range, minPageViews: 3 };
}

/** Bulk jobs in every state, each as far as its state says. */
export function createJobs(world: World): readonly Row[] {
  return makeRows(Math.min(JOBS_PER_SIZE * world.size, MOST_JOBS), (index) => {
    const type = JOB_TYPES[index % JOB_TYPES.length] ?? 'who_to_contact';
    const status = JOB_STATUSES[index % JOB_STATUSES.length] ?? 'queued';
    const created = Math.floor((world.now - (MOST_JOBS - index) * (DAY_MS / 10)) / 1000) * 1000;
    const done = DONE.has(status);
    const credits = type === 'who_to_contact';
    const id = 1_204 + index * 5;
    return {
      id,
      type,
      name: index % 6 === 2 ? ` Job ${index} ` : `Job ${index}`,
      status,
      query: queryOf(world, index, type),
      estimatedRecords: ESTIMATED.has(status) ? 40 + index : null,
      estimatedCredits: ESTIMATED.has(status) ? (credits ? 30 + index : 0) : null,
      creditsUsed: done && credits ? String(25 + index) : 0,
      recordCount: done ? 38 + index : null,
      downloadUrl:
        status === 'completed' ? `https://files.visual-visitor.example/jobs/${id}?token=t${id * 7919}` : null,
      expiresAt: done ? toTimeText(created + 7 * DAY_MS) : null,
      error: status === 'failed' ? 'The search could not be finished' : null,
      createdAt: toTimeText(created),
      confirmedAt: CONFIRMED.has(status) ? toTimeText(created + 600_000) : null,
      completedAt: done ? toTimeText(created + 1_800_000) : null,
    };
  });
}
