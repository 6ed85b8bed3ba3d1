import { normaliseDomain } from '../../base/addresses.ts';
import { InputError } from '../../base/errors.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { connectionOf } from '../connection.ts';
import { globalId, readOptionalId } from '../global-id.ts';
import { encountersOfPerson } from './encounters.ts';
import { companyName, personName } from './names.ts';

const MOST_PEOPLE = 1000;

export const peopleResolvers: Resolvers = {
  Query: {
    person: (_query, { email }) => ({ email }),
    people: (_query, { emails }) => {
      if (emails.length < 1 || emails.length > MOST_PEOPLE)
        throw new InputError(`emails: 1 to ${MOST_PEOPLE} addresses`);
      return emails.map((email) => ({ email }));
    },
    company: (_query, { domain }) => {
      const normal = normaliseDomain(domain);
      return normal === null ? null : { domain: normal };
    },
  },
  Person: {
    id: ({ email }) => globalId('Person', email),
    firstName: (person, _args, context, info) => personName(person, context, info, 'firstName'),
    lastName: (person, _args, context, info) => personName(person, context, info, 'lastName'),
    leads: ({ email }, args, context, info) =>
      connectionOf(context.reads.visualVisitor.leadsByEmail(context.reader(info), email), args, {
        info,
        parent: email,
      }),
    visitors: ({ email }, args, context, info) => {
      const expoId = readOptionalId('expoId', 'Expo', args.expoId);
      return connectionOf(
        context.reads.visit.recordsBy(context.reader(info), 'visitors', ['email', email], expoId),
        args,
        {
          info,
          parent: email,
        },
      );
    },
    encounters: (person, args, context, info) =>
      connectionOf(encountersOfPerson(person, context, info), args, { info, parent: person.email }),
    profile: ({ email }, _args, context, info) => context.reads.notifyVisitors.profile(context.reader(info), email),
    chatVisitors: async ({ email }, _args, context, info) => [
      ...(await context.reads.iadvize.chatVisitorsByEmail(context.reader(info), email)),
    ],
    conversations: ({ email }, args, context, info) =>
      connectionOf(context.reads.iadvize.conversationsByEmail(context.reader(info), email), args, {
        info,
        parent: email,
      }),
    operator: ({ email }, _args, context, info) => context.reads.iadvize.operatorByEmail(context.reader(info), email),
  },
  Company: {
    id: ({ domain }) => globalId('Company', domain),
    name: (company, _args, context, info) => companyName(company, context, info),
    leads: ({ domain }, args, context, info) =>
      connectionOf(context.reads.visualVisitor.leadsByDomain(context.reader(info), domain), args, {
        info,
        parent: domain,
      }),
    partners: ({ domain }, args, context, info) =>
      connectionOf(context.reads.visit.recordsBy(context.reader(info), 'partners', ['domain', domain]), args, {
        info,
        parent: domain,
      }),
    visitors: ({ domain }, args, context, info) => {
      const expoId = readOptionalId('expoId', 'Expo', args.expoId);
      return connectionOf(
        context.reads.visit.recordsBy(context.reader(info), 'visitors', ['domain', domain], expoId),
        args,
        {
          info,
          parent: domain,
        },
      );
    },
  },
};
