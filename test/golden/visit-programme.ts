import { text, time } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { floorKind, KEY, pastRows } from './visit-floor-rows.ts';
import {
  copies,
  EXPOS,
  expoIds,
  item,
  participantsPage,
  pastExpo,
  registered,
  STATES,
  VISITOR,
  visitorRow,
  wholeList,
} from './visit-rows.ts';

type Loose = Readonly<Record<string, unknown>>;

const warm: readonly string[] = [];
const variables = (truth: Truth) => ({ expo: pastExpo(truth) });
const sourceIds = (rows: readonly Loose[]) => ({ nodes: rows.map(({ id }) => ({ sourceId: id })) });
const visitorOf = (truth: Truth, id: string | undefined) =>
  registered(truth, pastExpo(truth)).find((visitor) => visitor.id === id);
const sessions = (truth: Truth) => pastRows('activities', truth);
const attendants = ({ visit }: Truth, expo: string, id: unknown) =>
  (visit.truth.activity(expo, String(id))?.participants ?? []) as readonly Loose[];
const participantRows = (truth: Truth, id: unknown) =>
  attendants(truth, pastExpo(truth), id).map((one) => ({
    entry: time(one.entry),
    exit: time(one.exit),
    visitor: { sourceId: one.id },
  }));
/** Sessions by revision, the first one with somebody in it. */
const attended = (truth: Truth) => sessions(truth).find(({ id }) => attendants(truth, pastExpo(truth), id).length > 1);
const logRows = (log: unknown) =>
  (log as readonly Loose[]).map((one) => ({
    time: time(one.time),
    status: one.status === null ? null : Number(one.status),
    error: text(one.error),
  }));

/** What only an item tells, and who took part in what. */
export const programmeFields: readonly Golden[] = [
  {
    name: 'Activity.participants costs a call for each activity of a list',
    query: `query ($expo: ID!) { activities(expoId: $expo, first: 3) { nodes {
      sourceId participants { entry exit visitor { sourceId } } } } }`,
    variables,
    expected: (truth) => ({
      activities: {
        nodes: sessions(truth)
          .slice(0, 3)
          .map(({ id }) => ({ sourceId: id, participants: participantRows(truth, id) })),
      },
    }),
    calls: (truth) => ({
      cold: [
        wholeList('activities', pastExpo(truth)),
        ...sessions(truth)
          .slice(0, 3)
          .map(({ id }) => item('activities', pastExpo(truth), String(id))),
      ],
      warm,
    }),
    minimum: { cold: 4, warm: 0, why: 'the list leaves participants out: one read for each of three' },
  },
  {
    name: 'activity with its participants is one call, and their visitors a page',
    query: `query ($id: ID!, $expo: ID!) { activity(id: $id, expoId: $expo) {
      name participants { visitor { ${VISITOR} } } } }`,
    variables: (truth) => ({ expo: pastExpo(truth), id: attended(truth)?.id }),
    expected: (truth) => ({
      activity: {
        name: attended(truth)?.name,
        participants: attendants(truth, pastExpo(truth), attended(truth)?.id).map(({ id }) => {
          const visitor = visitorOf(truth, String(id));
          return { visitor: visitor ? visitorRow(visitor) : null };
        }),
      },
    }),
    calls: (truth) => {
      const [expo, id] = [pastExpo(truth), String(attended(truth)?.id)];
      const wanted = attendants(truth, expo, id).map((one) => one.id);
      const firstPage = truth.visit.truth
        .visitors(expo)
        .filter((row) => row.deleted || STATES.split(',').includes(truth.visit.truth.stateOf(expo, row.id) ?? ''))
        .slice(0, 100)
        .map((row) => row.id);
      const missing = wanted.filter((one) => !firstPage.includes(String(one)));
      const rest =
        missing.length === 1 ? [item('visitors', expo, String(missing[0]))] : copies.visitors(truth, expo).slice(1);
      return {
        cold: [
          item('activities', expo, id),
          ...copies.visitors(truth, expo).slice(0, 1),
          ...(missing.length === 0 ? [] : rest),
        ],
        warm,
      };
    },
    minimum: { cold: 2, warm: 0, why: 'the activity, and a page that holds all of its visitors' },
  },
  {
    name: 'Participant.activities lead to the activities, and Participant.visitor to the visitor',
    query: `query ($expo: ID!) { participants(expoId: $expo, first: 1000) { nodes {
      activities { sourceId activity { type } } visitor { sourceId } } } }`,
    variables,
    expected: (truth) => ({
      participants: {
        nodes: truth.visit.truth.participants(pastExpo(truth)).map(({ id, activities }) => ({
          activities: (activities as readonly Loose[]).map((one) => ({
            sourceId: one.id,
            activity: { type: sessions(truth).find((session) => session.id === one.id)?.type },
          })),
          visitor: { sourceId: id },
        })),
      },
    }),
    calls: (truth) => ({
      cold: [participantsPage(pastExpo(truth)), wholeList('activities', pastExpo(truth))],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'one page of participants; several activities: the whole list' },
  },
  {
    name: 'Webhook.log costs a call for each webhook of a list, none where it was read by itself',
    query: `query ($expo: ID!, $id: ID!) {
      webhooks(expoId: $expo) { nodes { log { time status error } } totalCount }
      webhook(id: $id, expoId: $expo) { state log { status } } }`,
    variables: (truth) => ({ expo: pastExpo(truth), id: pastRows('webhooks', truth)[0]?.id }),
    expected: (truth) => {
      const hooks = pastRows('webhooks', truth);
      return {
        webhooks: { nodes: hooks.map(({ log }) => ({ log: logRows(log) })), totalCount: hooks.length },
        webhook: { state: hooks[0]?.state, log: logRows(hooks[0]?.log).map(({ status }) => ({ status })) },
      };
    },
    calls: (truth) => ({
      cold: [
        wholeList('webhooks', pastExpo(truth)),
        ...truth.visit.truth.webhooks(pastExpo(truth), KEY).map(({ id }) => item('webhooks', pastExpo(truth), id)),
      ],
      warm,
    }),
    minimum: { cold: 3, warm: 0, why: 'the list, and a read for each of two' },
  },
  {
    name: 'Expo.activities and Expo.webhooks read one list of each expo',
    query: '{ expos { nodes { activities { nodes { sourceId } totalCount } webhooks { nodes { sourceId } } } } }',
    expected: (truth) => ({
      expos: {
        nodes: expoIds(truth).map((expo) => {
          const rows = truth.visit.truth.activities(expo);
          return {
            activities: { ...sourceIds(rows), totalCount: rows.length },
            webhooks: sourceIds(floorKind('webhooks').truth(truth, expo)),
          };
        }),
      },
    }),
    calls: (truth) => ({
      cold: [EXPOS, ...expoIds(truth).flatMap((expo) => [wholeList('activities', expo), wholeList('webhooks', expo)])],
      warm,
    }),
    minimum: { cold: 7, warm: 0, why: 'the expos, and two lists in each of three' },
  },
];
