import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { count, measure } from '../page/words.ts';
import { PlanReport } from './plan-report.tsx';
import { type Report, type Reports, useLatestReport } from './reports.ts';
import { RunReport } from './run-report.tsx';
import { callRange } from './words.ts';

function summaryOf({ kind, operation, ms, extensions: { cost }, refusal }: Report): string {
  if (refusal !== undefined || cost === undefined) return `${operation}: refused`;
  if (kind === 'plan') return `${operation} would cost ${callRange(cost.estimated)}`;
  const { actual, shared, retries, cacheHits } = cost;
  const parts = [
    `${operation}: ${count(actual, 'call')}`,
    `${count(cacheHits, 'held read')}`,
    ...(shared > 0 ? [`${shared} shared`] : []),
    ...(retries > 0 ? [count(retries, 'retry', 'retries')] : []),
    measure(ms, 'ms'),
  ];
  return parts.join(' · ');
}

function Details({ kind, extensions, refusal }: Report) {
  const { cost, plan } = extensions;
  if (refusal !== undefined) return <p>{refusal}</p>;
  if (cost === undefined) return null;
  return kind === 'plan' ? <PlanReport cost={cost} plan={plan} /> : <RunReport {...extensions} cost={cost} />;
}

/** Below the answer: what the last run of the open tab cost, or what one would. */
export function CostPanel({ reports }: { readonly reports: Reports }) {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const tab = tabs[activeTabIndex]?.id ?? '';
  useEffect(() => reports.open(tab), [reports, tab]);
  const report = useLatestReport(reports);
  const [isOpen, setOpen] = useState(true);
  return (
    <section className="weir-panel" aria-label="Cost">
      <header>
        <p role="status">
          {report
            ? summaryOf(report)
            : 'Run tells what an operation cost, Cost what it would. Nothing is run for Cost.'}
        </p>
        {report && (
          <button type="button" className="weir-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide' : 'Show'}
          </button>
        )}
      </header>
      {report && isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="weir-details" aria-label="Cost in detail" tabIndex={0}>
          <Details {...report} />
        </section>
      )}
    </section>
  );
}
