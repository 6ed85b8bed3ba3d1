import { askData } from '../kit/ask.ts';
import type { Held } from './held.ts';
import { emailAt, visitorIdAt } from './visitors.ts';

const LARGEST_PAGE = 1_000;
const ROW = 'sourceId revision contact { firstName email }';

/** A body that is not the one before: equal ones are answered from ready bytes. */
export type Bodies = () => string;

let asked = 0;
function body(query: string, variables: Readonly<Record<string, unknown>>): string {
  asked += 1;
  return JSON.stringify({ query, variables: { ...variables, asked } });
}

type Page = { readonly visitors: { readonly pageInfo: { readonly endCursor: string } } };

/** The cursors behind every thousandth visitor, up to so many rows. */
export async function cursorsUpTo({ gateway, expoId }: Held, rows: number): Promise<readonly (string | null)[]> {
  const query =
    'query($expoId: ID!, $first: Int!, $after: String) { visitors(expoId: $expoId, first: $first, after: $after) { pageInfo { endCursor } } }';
  const cursors: (string | null)[] = [null];
  for (let row = 0; row < rows; row += LARGEST_PAGE) {
    const variables = { expoId, first: Math.min(LARGEST_PAGE, rows - row), after: cursors.at(-1) };
    const { visitors } = (await askData(gateway.url, body(query, variables))) as Page;
    cursors.push(visitors.pageInfo.endCursor);
  }
  return cursors;
}

/** What is asked of held visitors, wherever in the copy. */
export async function queriesOf(held: Held): Promise<Readonly<Record<string, Bodies>>> {
  const { expoId, size } = held;
  const middle = (await cursorsUpTo(held, size / 2)).at(-1);
  const somewhere = (): number => Math.floor(Math.random() * size);
  const page = `query($expoId: ID!, $after: String) { visitors(expoId: $expoId, first: 100, after: $after) { nodes { ${ROW} } } }`;
  const byEmail = `query($expoId: ID!, $email: EmailAddress) { visitors(expoId: $expoId, first: 1, filter: {email: $email}) { nodes { ${ROW} } } }`;
  const byId = `query($expoId: ID!, $id: ID!) { visitor(expoId: $expoId, id: $id) { ${ROW} } }`;
  const total = 'query($expoId: ID!) { visitors(expoId: $expoId) { totalCount } }';
  return {
    'first 100': () => body(page, { expoId }),
    '100 from the middle': () => body(page, { expoId, after: middle }),
    'one by e-mail': () => body(byEmail, { expoId, email: emailAt(somewhere()) }),
    'one by id': () => body(byId, { expoId, id: visitorIdAt(somewhere()) }),
    'total count': () => body(total, { expoId }),
  };
}

/** So many rows in one answer: pages of at most a thousand, one behind the other. */
export function rowsQuery({ expoId }: Held, cursors: readonly (string | null)[], rows: number): Bodies {
  const first = Math.min(rows, LARGEST_PAGE);
  const pages = cursors.slice(0, Math.ceil(rows / LARGEST_PAGE));
  const fields = pages.map((after, index) => {
    const place = after === null ? '' : `, after: "${after}"`;
    return `p${index}: visitors(expoId: $expoId, first: ${first}${place}) { nodes { ${ROW} } }`;
  });
  const query = `query($expoId: ID!) { ${fields.join(' ')} }`;
  return () => body(query, { expoId });
}
