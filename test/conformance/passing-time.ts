import { type Ask, CALL_TIMEOUT_MS, type Lab } from './lab.ts';

type Waiting = Pick<Ask<unknown>, 'over'>;

/** A broken call holds its place in flight for a second: lets it pass for those who wait for one. */
export async function freePlaces<R>({ clock }: Lab<R>, ask: Waiting): Promise<void> {
  for (let turn = 1; !ask.over(); turn += 1) {
    await new Promise((next) => setTimeout(next, 2));
    if (turn % 20 === 0) clock.advance(1_000);
  }
}

/** Lets every call that hangs run into its time limit until the read gives up. */
export async function outlast<R>({ clock }: Lab<R>, ask: Waiting): Promise<void> {
  for (let step = 0; step < 200 && !ask.over(); step += 1) {
    await new Promise((next) => setTimeout(next, 2));
    clock.advance(CALL_TIMEOUT_MS / 4);
  }
}
