import type { IncomingHttpHeaders } from 'node:http';
import type { FormattedExecutionResult, GraphQLError } from 'graphql';
import type { RequestContext } from '../context.ts';
import type { Finished } from './operation/finish.ts';

/** A request to `/graphql`, its body parsed. */
export type Asked = {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly search: string;
  readonly body: unknown;
  /** Why it is refused, whatever it asks; absent if it may be read. */
  readonly refusal?: GraphQLError;
};

/** An answer in the words of GraphQL over HTTP. */
export type Told = Pick<Finished, 'outcome'> & {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What `body` ends with as `extensions`; undefined if it has none. */
  readonly extensions: FormattedExecutionResult['extensions'];
};

/** The bytes of an answer before its `extensions`: `data` and `errors`. Only the brace that closes it is missing. */
export function headOf({ body, extensions }: Pick<Told, 'body' | 'extensions'>): string {
  const tail = extensions === undefined ? '}' : `,"extensions":${JSON.stringify(extensions)}}`;
  return body.slice(0, body.length - tail.length);
}

/** A way in which every operation can be answered. */
export type Way = { answer(asked: Asked, context: RequestContext): Promise<Told> };

/** A way that some operations can take; undefined where it leaves one to the other. */
export type ShortWay = {
  answer(asked: Asked, context: RequestContext): Promise<Told | undefined>;
  /** The same before it is written. */
  result(asked: Asked, context: RequestContext): Promise<FormattedExecutionResult | undefined>;
};
