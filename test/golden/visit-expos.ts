import { text, time, whole } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { EXPOS, expoIds, item, listOf, nested, pastExpo, registered, textsOf, visitorsPage } from './visit-rows.ts';

type Loose = Readonly<Record<string, unknown>>;

const warm: readonly string[] = [];
const TYPE = 'registrationType { sourceId name reference }';
const ANSWERS = 'answers { sourceId name reference sort type }';
const DETAIL = `customFields { sourceId name customCode revision value }
  forms { sourceId name description pspMode senderEmail url }
  locations { sourceId name direction }
  partnerSettings { ${TYPE} staff { sourceId name freeBadges } }
  questions { name reference level type numberOfColumns ${ANSWERS} }
  registrationTypeStats { sourceId name total online onsite show noShow }
  registrationTypes { sourceId name reference level type }`;

function detailRow(record: Loose): Loose {
  return {
    customFields: listOf(record.customFields, (field) => nested(field, 'name customCode revision value')),
    forms: listOf(record.forms, (form) => nested(form, 'name description pspMode senderEmail url')),
    locations: listOf(record.locations, (place) => nested(place, 'name direction')),
    partnerSettings: listOf(record.partnerSettings, ({ registrationType, staff }) => ({
      registrationType: nested(registrationType, 'name reference'),
      staff: listOf(staff, (one) => ({ ...nested(one, 'name'), freeBadges: whole(one.freeBadges) })),
    })),
    questions: listOf(record.questions, (question) => ({
      ...textsOf(question, 'name reference level type'),
      numberOfColumns: whole(question.numberOfColumns),
      answers: listOf(question.answers, (answer) => ({
        ...nested(answer, 'name reference type'),
        sort: whole(answer.sort),
      })),
    })),
    registrationTypeStats: listOf(record.registrationTypeStats, ({ noshow, ...stat }) => ({
      ...nested(stat, 'name'),
      total: stat.total,
      online: stat.online,
      onsite: stat.onsite,
      show: stat.show,
      noShow: noshow,
    })),
    registrationTypes: listOf(record.registrationTypes, (type) => nested(type, 'name reference level type')),
  };
}

const detailOf = ({ visit }: Truth, expo: string): Loose => visit.truth.expoDetail(expo);

export const expoGoldens: readonly Golden[] = [
  {
    name: 'expo with all that only its own endpoint tells is one call',
    query: `query ($id: ID!) { expo(id: $id) { sourceId revision name reference description contactEmail start end timezone
      ${DETAIL} } }`,
    variables: (truth) => ({ id: pastExpo(truth) }),
    expected: (truth) => {
      const record = detailOf(truth, pastExpo(truth));
      return {
        expo: {
          sourceId: record.id,
          ...textsOf(record, 'revision name reference description contactEmail timezone'),
          start: time(record.start),
          end: time(record.end),
          ...detailRow(record),
        },
      };
    },
    calls: (truth) => ({ cold: [item('expos', pastExpo(truth))], warm }),
    minimum: { cold: 1, warm: 0, why: 'one expo, whatever is selected of it' },
  },
  {
    name: 'Expo.forms and its likes cost one call for each expo of a list',
    query: `{ expos { nodes { name ${DETAIL} } } }`,
    expected: (truth) => ({
      expos: {
        nodes: expoIds(truth).map((expo) => ({
          name: text(detailOf(truth, expo).name),
          ...detailRow(detailOf(truth, expo)),
        })),
      },
    }),
    calls: (truth) => ({ cold: [EXPOS, ...expoIds(truth).map((expo) => item('expos', expo))], warm }),
    minimum: { cold: 4, warm: 0, why: 'the list leaves them out: one read for each of three' },
  },
  {
    name: 'Visitor.form and Visitor.registrationType read the expo once for what the row does not say',
    query: `query ($expo: ID!) { visitors(expoId: $expo, first: 20) { nodes {
      form { name senderEmail url } registrationType { reference level type } } } }`,
    variables: (truth) => ({ expo: pastExpo(truth) }),
    expected: (truth) => {
      const detail = detailOf(truth, pastExpo(truth));
      const described = (list: unknown, value: unknown): Loose | undefined =>
        (list as readonly Loose[]).find(({ id }) => id === (value as Loose | null)?.id);
      return {
        visitors: {
          nodes: registered(truth, pastExpo(truth))
            .slice(0, 20)
            .map(({ form, registrationType }) => ({
              form: textsOf(described(detail.forms, form) ?? {}, 'name senderEmail url'),
              registrationType: {
                ...textsOf(registrationType as Loose, 'reference'),
                ...textsOf(described(detail.registrationTypes, registrationType) ?? {}, 'level type'),
              },
            })),
        },
      };
    },
    calls: (truth) => ({ cold: [visitorsPage(pastExpo(truth)), item('expos', pastExpo(truth))], warm }),
    minimum: { cold: 2, warm: 0, why: 'the page of parents, and one expo' },
  },
];
