import { describe, expect, it } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const leadsOf = (product: string): string => `{ leads(product: ${product}, first: 1) { nodes { id } } }`;
/** Half past nine in the evening, in Paris. */
const EVENING = Date.UTC(2026, 0, 15, 20, 30);
const TO_MIDNIGHT_SECONDS = 2.5 * 3_600;

describe('a window that the operator made a calendar day', () => {
  it('refuses until two minutes after its midnight, and is the same window to whoever asks for its state', async () => {
    const clock = createVirtualClock(EVENING);
    const keyDay = { limit: 1, kind: 'calendar', zone: 'Europe/Paris' };
    await using gateway = await startGateway({ clock, config: { windows: { VISUAL_VISITOR: { 'key-day': keyDay } } } });
    expect((await gateway.ask(leadsOf('PLUS_EMPLOYEE'))).errors).toEqual([]);
    gateway.takeCalls();
    clock.advance(1_000);
    const refused = await gateway.ask(leadsOf('PLUS_PERSON'));
    expect(refused.errors[0]?.extensions).toMatchObject({
      code: 'QUOTA_EXCEEDED',
      window: 'key-day',
      retryAfterSeconds: TO_MIDNIGHT_SECONDS + 119,
    });
    expect(gateway.takeCalls()).toEqual([]);
    const { data } = await gateway.ask(
      '{ quota { upstreams { credentials { windows { name windowSeconds resetsAt } } } } }',
    );
    expect(JSON.stringify(data)).toContain(
      '{"name":"key-day","windowSeconds":86400,"resetsAt":"2026-01-15T23:02:00Z"}',
    );
    clock.advance((TO_MIDNIGHT_SECONDS + 119) * 1_000);
    expect((await gateway.ask(leadsOf('PLUS_PERSON'))).errors).toEqual([]);
  });
});
