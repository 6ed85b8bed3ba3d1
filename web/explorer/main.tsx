import './style-nonce.ts';
import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './styles.css';
import './panel.css';
import './narrow.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { createConsumerKey } from '../page/consumer-key.ts';
import { createAsk } from './ask.ts';
import { CostButton } from './cost-button.tsx';
import { CostPanel } from './cost-panel.tsx';
import { firstTabs, tasks } from './examples/tasks.ts';
import { EXAMPLES_PLUGIN } from './examples-plugin.tsx';
import { createFetcher } from './fetcher.ts';
import { KeyField } from './key-field.tsx';
import { createReports } from './reports.ts';
import { createHeaderlessStorage } from './storage.ts';
import { TabRoles } from './tab-roles.tsx';

const storage = createHeaderlessStorage(window.localStorage);
const consumerKey = createConsumerKey(window.sessionStorage);
const ask = createAsk(consumerKey);
const reports = createReports(() => performance.now());
const fetcher = createFetcher(ask, reports);
const plugins = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];
// Only the first visit opens these: afterwards the user's own tabs come from storage.
const examples = tasks.flatMap((task) => task.examples);
const defaultTabs = firstTabs.map((name) => ({ query: examples.find((one) => one.name === name)?.query ?? '' }));

const container = document.getElementById('explorer');
if (!container) throw new Error('index.html has no #explorer');
createRoot(container).render(
  <GraphiQL
    fetcher={fetcher}
    storage={storage}
    plugins={plugins}
    defaultTabs={defaultTabs}
    defaultEditorToolsVisibility={false}
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <KeyField consumerKey={consumerKey} />
      weir
    </GraphiQL.Logo>
    <GraphiQL.Toolbar>
      {({ prettify, copy, merge }) => (
        <>
          <CostButton ask={ask} reports={reports} />
          {prettify}
          {merge}
          {copy}
        </>
      )}
    </GraphiQL.Toolbar>
    <TabRoles />
    <GraphiQL.Footer>
      <CostPanel reports={reports} />
    </GraphiQL.Footer>
  </GraphiQL>,
);
