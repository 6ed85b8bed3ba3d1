import { Fragment } from 'react';

/** A name with points, after which its line may break. */
export function Dotted({ text }: { readonly text: string }) {
  const [first, ...others] = text.split('.');
  return (
    <code>
      {first}
      {others.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never move
        <Fragment key={index}>
          .<wbr />
          {part}
        </Fragment>
      ))}
    </code>
  );
}
