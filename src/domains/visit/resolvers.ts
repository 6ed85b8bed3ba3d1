import type { Resolvers } from '../../generated/resolvers.ts';
import type { Expo, Partner, PartnerFilter, Visitor, VisitorFilter } from '../../model/visit.ts';
import { connectionOf } from '../connection.ts';
import { globalId, readExpoRecord, readOptionalId, readOptionalSourceId, readSourceId } from '../global-id.ts';
import { present } from '../present.ts';
import { requireContactScope } from '../scopes.ts';
import { known, selectsOnly } from '../selection.ts';

type VisitorFilterArgs = {
  readonly registrationStates?: readonly string[] | null;
  readonly showDeleted?: boolean;
  readonly contactReference?: string | null;
  readonly contactId?: string | null;
  readonly email?: string | null;
  readonly partnerId?: string | null;
};

function visitorFilter(args: VisitorFilterArgs | null | undefined): VisitorFilter {
  const { registrationStates, showDeleted, contactReference, contactId, email, partnerId } = args ?? {};
  return {
    registrationStates: registrationStates ?? ['registered'],
    showDeleted: showDeleted ?? false,
    ...present({
      contactReference,
      email,
      contactId: readOptionalSourceId('contactId', 'Contact', contactId),
      partnerId: readOptionalId('partnerId', 'Partner', partnerId),
    }),
  };
}

function partnerFilter(
  args: Pick<VisitorFilterArgs, 'showDeleted' | 'contactReference' | 'contactId'> | null | undefined,
): PartnerFilter {
  const { showDeleted, contactReference, contactId } = args ?? {};
  const id = readOptionalSourceId('contactId', 'Contact', contactId);
  return { showDeleted: showDeleted ?? false, ...present({ contactReference, contactId: id }) };
}

export const visitResolvers: Resolvers = {
  Query: {
    expos: (_query, args, context, info) =>
      connectionOf(context.reads.visit.expos(context.reader(info), args.reference ?? undefined), args, { info }),
    expo: (_query, { id }, context, info) =>
      context.reads.visit.expo(context.reader(info), readSourceId('id', 'Expo', id)),
    visitors: (_query, args, context, info) => {
      requireContactScope(context.consumer, args.filter ?? {}, ['email']);
      const expoId = readSourceId('expoId', 'Expo', args.expoId);
      return connectionOf(
        context.reads.visit.visitors(context.reader(info), expoId, visitorFilter(args.filter)),
        args,
        { info },
      );
    },
    visitor: (_query, { id, expoId }, context, info) =>
      context.reads.visit.visitor(context.reader(info), readExpoRecord('Visitor', id, expoId)),
    partners: (_query, args, context, info) => {
      const expoId = readSourceId('expoId', 'Expo', args.expoId);
      return connectionOf(
        context.reads.visit.partners(context.reader(info), expoId, partnerFilter(args.filter)),
        args,
        { info },
      );
    },
    partner: (_query, { id, expoId }, context, info) =>
      context.reads.visit.partner(context.reader(info), readExpoRecord('Partner', id, expoId)),
    encounters: (_query, args, context, info) =>
      connectionOf(
        context.reads.visit.encounters(context.reader(info), readSourceId('expoId', 'Expo', args.expoId)),
        args,
        { info },
      ),
  },
  Expo: {
    id: ({ id }) => globalId('Expo', id),
    sourceId: ({ id }) => id,
    visitors: (expo, args, context, info) => {
      requireContactScope(context.consumer, args.filter ?? {}, ['email']);
      const list = context.reads.visit.visitors(context.reader(info), expo.id, visitorFilter(args.filter));
      return connectionOf(list, args, { info, parent: expo.id });
    },
    partners: (expo, args, context, info) =>
      connectionOf(context.reads.visit.partners(context.reader(info), expo.id, partnerFilter(args.filter)), args, {
        info,
        parent: expo.id,
      }),
    encounters: (expo, args, context, info) =>
      connectionOf(context.reads.visit.encounters(context.reader(info), expo.id), args, { info, parent: expo.id }),
  },
  Visitor: {
    id: ({ expoId, id }) => globalId('Visitor', expoId, id),
    sourceId: ({ id }) => id,
    expo: ({ expoId }, _args, context, info) =>
      selectsOnly(info, ['id', 'sourceId'])
        ? known<Expo>({ id: expoId })
        : context.reads.visit.expo(context.reader(info), expoId),
    partner: ({ expoId, partner }, _args, context, info) => {
      if (partner === null) return null;
      if (selectsOnly(info, ['id', 'sourceId', 'name'])) return known<Partner>({ expoId, ...partner });
      return context.reads.visit.partner(context.reader(info), { expoId, id: partner.id });
    },
    participant: ({ expoId, id }, _args, context, info) =>
      context.reads.visit.participant(context.reader(info), { expoId, id }),
    encounters: ({ expoId, id }, args, context, info) =>
      connectionOf(context.reads.visit.encountersOf(context.reader(info), 'visitor', [{ expoId, id }]), args, {
        info,
        parent: id,
      }),
    person: ({ contact }) => (contact?.email ? { email: contact.email } : null),
  },
  Partner: {
    id: ({ expoId, id }) => globalId('Partner', expoId, id),
    sourceId: ({ id }) => id,
    expo: ({ expoId }, _args, context, info) =>
      selectsOnly(info, ['id', 'sourceId'])
        ? known<Expo>({ id: expoId })
        : context.reads.visit.expo(context.reader(info), expoId),
    visitors: ({ expoId, id }, args, context, info) =>
      connectionOf(context.reads.visit.visitorsBy(context.reader(info), 'partner', id, expoId), args, {
        info,
        parent: id,
      }),
    encounters: ({ expoId, id }, args, context, info) =>
      connectionOf(context.reads.visit.encountersOf(context.reader(info), 'partner', [{ expoId, id }]), args, {
        info,
        parent: id,
      }),
    company: ({ domain }) => (domain === null ? null : { domain }),
  },
  Encounter: {
    id: ({ expoId, id }) => globalId('Encounter', expoId, id),
    sourceId: ({ id }) => id,
    visitor: ({ expoId, visitorId }, _args, context, info) => {
      if (visitorId === null) return null;
      if (selectsOnly(info, ['id', 'sourceId'])) return known<Visitor>({ expoId, id: visitorId });
      return context.reads.visit.visitor(context.reader(info), { expoId, id: visitorId });
    },
    partner: ({ expoId, partner }, _args, context, info) => {
      if (partner === null) return null;
      if (selectsOnly(info, ['id', 'sourceId', 'name'])) return known<Partner>({ expoId, ...partner });
      return context.reads.visit.partner(context.reader(info), { expoId, id: partner.id });
    },
  },
};
