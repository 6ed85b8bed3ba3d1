import './style-nonce.ts';
import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './styles.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples.ts';
import { fetcher } from './fetcher.ts';
import { SharedHeaders } from './shared-headers.tsx';
import { createHeaderlessStorage } from './storage.ts';

const storage = createHeaderlessStorage(window.localStorage);
const plugins = [HISTORY_PLUGIN];
// Only the first visit opens these: afterwards the user's own tabs come from storage.
const defaultTabs = examples.map(({ query, variables }) => ({
  query,
  variables: Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : '',
}));

const container = document.getElementById('explorer');
if (!container) throw new Error('index.html has no #explorer');
createRoot(container).render(
  <GraphiQL
    fetcher={fetcher}
    storage={storage}
    plugins={plugins}
    defaultTabs={defaultTabs}
    defaultEditorToolsVisibility="headers"
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>weir</GraphiQL.Logo>
    <SharedHeaders />
  </GraphiQL>,
);
