import { pick, ToolbarButton, tryParseJSONC, useGraphiQL } from '@graphiql/react';
import { type Ask, ownOperationName } from './ask.ts';
import type { Reports } from './reports.ts';

type Parsed = Readonly<Record<string, string>> | undefined;

/** Asks what the operation in the editor would cost: a dry run, which calls nothing. */
export function CostButton({ ask, reports }: { readonly ask: Ask; readonly reports: Reports }) {
  const { queryEditor, variableEditor, headerEditor, operationName } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'operationName'),
  );
  const estimate = async (): Promise<void> => {
    const query = queryEditor?.getValue() ?? '';
    const told = reports.begin('plan', ownOperationName({ query, operationName }));
    try {
      const variables = tryParseJSONC(variableEditor?.getValue() ?? '');
      const headers = (tryParseJSONC(headerEditor?.getValue() ?? '') as Parsed) ?? {};
      told(await ask.traced({ query, operationName, variables }, headers, { dryRun: true }));
    } catch (error) {
      told({ errors: [{ message: error instanceof Error ? error.message : String(error) }] });
    }
  };
  return (
    <ToolbarButton label="Cost: what running this would call" className="weir-cost" onClick={() => void estimate()}>
      Cost
    </ToolbarButton>
  );
}
