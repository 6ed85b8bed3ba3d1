import { InputError } from '../../base/errors.ts';
import type { RequestContext } from '../../context.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { UsageName } from '../../model/usage.ts';

/** Every configured credential, also of an upstream without a documented window. */
async function upstreamQuotas({ gateway }: RequestContext) {
  await gateway.refreshWindows();
  const windows = gateway.windows();
  return [...gateway.credentials].map(([upstream, labels]) => ({
    upstream,
    credentials: labels.map((label) => ({
      label,
      windows: windows.filter((window) => window.upstream === upstream && window.credential === label),
    })),
  }));
}

export const usageResolvers: Resolvers = {
  Query: {
    quota: async (_query, _args, context) => {
      context.meter.forbidKeeping();
      return {
        upstreams: await upstreamQuotas(context),
        consumer: {
          name: context.consumer.name,
          windows: [...(await context.gateway.budgets(context.consumer))],
        },
      };
    },
    usage: async (_query, { from, to, resolution, groupBy, filter }, { gateway, meter }) => {
      meter.forbidKeeping();
      if (from > to) throw new InputError('from: not after to');
      const names = (groupBy ?? []).map((dimension) => dimension.toLowerCase() as UsageName);
      const { upstream, credential, consumer, operation } = filter ?? {};
      const wanted = Object.fromEntries(
        Object.entries({ upstream, credential, consumer, operation }).filter(([, value]) => value != null),
      );
      return [...(await gateway.usage({ from, to, resolution, groupBy: [...new Set(names)], filter: wanted }))];
    },
    health: (_query, _args, { gateway, meter }) => {
      meter.forbidKeeping();
      return gateway.health();
    },
  },
  Health: {
    tables: async (_health, _args, { gateway, asker }) => [...(await gateway.tables.report(asker.signal))],
    collections: (_health, _args, { gateway, asker }) => gateway.collections(asker),
  },
};
