import { digits, instant, integer, listOf, record, text, type ValueOf } from '../../base/decode.ts';
import { registrationType, topId } from './wire.ts';

const summary = {
  name: text,
  reference: text,
  description: text,
  contactEmail: text,
  start: instant,
  end: instant,
  timezone: text,
};

export const expoWire = record({ id: topId, revision: digits }, summary);
export type ExpoWire = ValueOf<typeof expoWire>;

const answer = record({ id: text }, { name: text, reference: text, sort: integer, type: text });

/** What the expo's own endpoint adds. Its questions have no ids. */
export const expoDetailWire = record(
  { id: topId, revision: digits },
  {
    ...summary,
    customFields: listOf(record({ id: text }, { name: text, customCode: text, revision: digits, value: text })),
    forms: listOf(record({ id: text }, { name: text, description: text, pspMode: text, senderEmail: text, url: text })),
    locations: listOf(record({ id: text }, { name: text, direction: text })),
    partnerSettings: listOf(
      record({}, { registrationType, staff: listOf(record({ id: text }, { name: text, freeBadges: integer })) }),
    ),
    questions: listOf(
      record(
        {},
        {
          name: text,
          reference: text,
          level: text,
          type: text,
          numberOfColumns: integer,
          answers: listOf(answer),
        },
      ),
    ),
    registrationTypeStats: listOf(
      record(
        { id: text },
        { name: text, total: integer, online: integer, onsite: integer, show: integer, noshow: integer },
      ),
    ),
    registrationTypes: listOf(record({ id: text }, { name: text, reference: text, level: text, type: text })),
  },
);
export type ExpoDetailWire = ValueOf<typeof expoDetailWire>;
