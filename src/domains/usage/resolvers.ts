import { InputError } from '../../base/errors.ts';
import { UPSTREAMS } from '../../base/upstream.ts';
import type { RequestContext } from '../../context.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { UsageName } from '../../model/usage.ts';

function upstreamQuotas({ gateway }: RequestContext) {
  const windows = gateway.windows();
  return UPSTREAMS.flatMap((upstream) => {
    const own = windows.filter((window) => window.upstream === upstream);
    const labels = [...new Set(own.map(({ credential }) => credential))];
    const credentials = labels.map((label) => ({
      label,
      windows: own.filter(({ credential }) => credential === label),
    }));
    return credentials.length === 0 ? [] : [{ upstream, credentials }];
  });
}

export const usageResolvers: Resolvers = {
  Query: {
    quota: (_query, _args, context) => ({
      upstreams: upstreamQuotas(context),
      // A key without a budget of its own has no window.
      consumer: { name: context.consumer.name, windows: [] },
    }),
    usage: async (_query, { from, to, resolution, groupBy, filter }, { gateway }) => {
      if (from > to) throw new InputError('from: not after to');
      const names = (groupBy ?? []).map((dimension) => dimension.toLowerCase() as UsageName);
      const { upstream, credential, consumer, operation } = filter ?? {};
      const wanted = Object.fromEntries(
        Object.entries({ upstream, credential, consumer, operation }).filter(([, value]) => value != null),
      );
      return [...(await gateway.usage({ from, to, resolution, groupBy: [...new Set(names)], filter: wanted }))];
    },
  },
};
