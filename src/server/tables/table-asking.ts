import type { IncomingMessage } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../../base/log.ts';
import type { Gateway } from '../../context.ts';
import type { Consumer } from '../../model/consumer.ts';
import type { Checkpoints } from '../../model/table-places.ts';
import type { Engine } from '../engine.ts';
import type { TableFormat } from './formats/format.ts';
import type { TableOptions, TableQuestion } from './table-request.ts';

export type TableParts = {
  readonly engine: Engine;
  readonly gateway: Gateway;
  readonly schema: GraphQLSchema;
  readonly checkpoints: Checkpoints;
  readonly log: Log;
};

/** One request for a table, and who sends it. */
export type TableAsking = {
  readonly request: IncomingMessage;
  readonly consumer: Consumer;
  readonly gone: AbortSignal;
  readonly format: TableFormat;
  readonly options: TableOptions;
  readonly question: TableQuestion;
};
