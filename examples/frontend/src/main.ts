/**
 * A page with typed queries: what is selected is what the code may use, and each field is as nullable as the schema says.
 *
 * Run it beside "npm start", inside the project:
 *   npm exec -- graphql-codegen --config examples/frontend/codegen.ts
 *   npm exec -- vite examples/frontend
 * and open the address that it tells. Elsewhere than in sandbox mode the gateway needs WEIR_CORS_ORIGINS, and the page a key.
 */
import { listExpos } from './expo-list';

const { lines, calls } = await listExpos('http://127.0.0.1:4000/graphql', 'sandbox');
document
  .querySelector('#expos')
  ?.replaceChildren(...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
document.querySelector('#cost')?.append(`${calls} upstream calls`);
