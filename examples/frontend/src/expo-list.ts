import { ask } from './ask';
import { graphql } from './gql';

const ExpoList = graphql(`
  query ExpoList($first: Int!) {
    expos(first: $first) {
      nodes {
        name
        start
        partners(first: 3) {
          nodes {
            name
            boothNumber
          }
        }
      }
    }
  }
`);

/** One line for each expo, and what it cost to know. */
export async function listExpos(url: string, key: string): Promise<{ lines: readonly string[]; calls: number }> {
  const { data, errors = [], extensions } = await ask(url, key, ExpoList, { first: 10 });
  const [error] = errors;
  if (!data?.expos) throw new Error(error === undefined ? 'no answer' : `${error.extensions.code}: ${error.message}`);
  const lines = data.expos.nodes.map(({ name, start, partners }) => {
    const booths = (partners?.nodes ?? []).map(
      (partner) => `${partner.name ?? '?'} (${partner.boothNumber ?? 'no booth'})`,
    );
    return `${name ?? '?'}, ${start?.slice(0, 10) ?? '?'}: ${booths.join(', ')}`;
  });
  return { lines, calls: extensions.cost.actual };
}
