import { type GraphiQLPlugin, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Example } from './examples/example.ts';
import { tasks } from './examples/tasks.ts';

function Icon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M3 4h2M3 10h2M3 16h2M8 4h9M8 10h9M8 16h9" />
    </svg>
  );
}

/** Opens an example: its tab if there is one, else a new one. */
function useOpen(): (example: Example) => void {
  const { tabs, queryEditor, variableEditor } = useGraphiQL(pick('tabs', 'queryEditor', 'variableEditor'));
  const { addTab, changeTab } = useGraphiQLActions();
  return ({ name, query }) => {
    const known = tabs.findIndex(({ title }) => title === name);
    if (known >= 0) return changeTab(known);
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue('');
  };
}

function Examples() {
  const open = useOpen();
  return (
    <section className="weir-examples" aria-label="Examples">
      <h2>Examples</h2>
      {tasks.map(({ name, examples }) => (
        <section key={name} aria-label={name}>
          <h3>{name}</h3>
          <ul>
            {examples.map((example) => (
              <li key={example.name}>
                <button type="button" onClick={() => open(example)}>
                  <strong>{example.name}</strong>
                  <span>{example.about}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** The library of worked examples, by task. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: 'Examples', icon: Icon, content: Examples };
