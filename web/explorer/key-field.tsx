import { useGraphiQLActions } from '@graphiql/react';
import { type FormEvent, useState } from 'react';
import type { ConsumerKey } from '../page/consumer-key.ts';

/** Takes the consumer key, and asks for the schema again with it. */
export function KeyField({ consumerKey }: { readonly consumerKey: ConsumerKey }) {
  const { introspect } = useGraphiQLActions();
  const [text, setText] = useState(consumerKey.get);
  const take = (event?: FormEvent): void => {
    event?.preventDefault();
    if (text.trim() === consumerKey.get()) return;
    consumerKey.set(text.trim());
    introspect();
  };
  return (
    <form className="weir-key" onSubmit={take}>
      <label htmlFor="weir-key">Consumer key</label>
      <input
        id="weir-key"
        type="password"
        autoComplete="off"
        spellCheck={false}
        placeholder="none"
        title="Kept in this browser tab only"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => take()}
      />
    </form>
  );
}
