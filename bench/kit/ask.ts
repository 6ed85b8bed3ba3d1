import { Pool } from 'undici';
import { post } from './load.ts';

/** The data of one answer. Fails if it tells an error. */
export async function askData(url: string, body: string): Promise<unknown> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { headersTimeout: 0 });
  try {
    const answer = JSON.parse((await post(pool, pathname, body)).toString()) as { readonly data: unknown };
    return answer.data;
  } finally {
    await pool.close();
  }
}
