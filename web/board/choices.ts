import { element, find } from './element.ts';
import { DIMENSIONS, type Dimension } from './questions.ts';
import { RANGES, type Resolution } from './range.ts';

export type Choice = { readonly ms: number; readonly resolution: Resolution; readonly dimension: Dimension };

function fill(select: HTMLSelectElement, values: readonly string[]): void {
  const chosen = select.value;
  select.replaceChildren(...values.map((value) => element('option', '', value.toLowerCase())));
  values.forEach((value, place) => {
    const option = select.options[place];
    if (option !== undefined) option.value = value;
  });
  if (values.includes(chosen)) select.value = chosen;
}

/** The fields by which somebody chooses what is counted. */
export function createChoices(form: HTMLElement, onChange: () => void): () => Choice {
  const range = find<HTMLSelectElement>('[name=range]', form);
  const resolution = find<HTMLSelectElement>('[name=resolution]', form);
  const by = find<HTMLSelectElement>('[name=by]', form);
  const resolutions = (): readonly Resolution[] => RANGES[range.value]?.resolutions ?? ['HOUR'];
  fill(range, Object.keys(RANGES));
  fill(resolution, resolutions());
  fill(by, DIMENSIONS);
  form.addEventListener('change', ({ target }) => {
    if (target === range) {
      resolution.replaceChildren();
      fill(resolution, resolutions());
    }
    onChange();
  });
  return () => ({
    ms: RANGES[range.value]?.ms ?? 0,
    resolution: resolutions().find((one) => one === resolution.value) ?? 'HOUR',
    dimension: DIMENSIONS.find((one) => one === by.value) ?? 'consumer',
  });
}
