import { upstreamName } from '../page/words.ts';
import { Dotted } from './dotted.tsx';

/** The upstream's name and the endpoint. */
export function EndpointName({ upstream, endpoint }: { readonly upstream: string; readonly endpoint: string }) {
  return (
    <>
      {upstreamName(upstream)} <Dotted text={endpoint} />
    </>
  );
}
