import type { Action, Activity, Content, License, Payment, Touchpoint, Webhook } from '../../model/visit-floor.ts';
import { toLocation } from './map-expo.ts';
import type {
  ActionWire,
  ActivityWire,
  ContentWire,
  LicenseWire,
  PaymentWire,
  TouchpointWire,
  WebhookWire,
} from './wire-floor.ts';

export function toContent(expoId: string, wire: ContentWire): Content {
  return { ...wire, expoId };
}

export function toLicense(expoId: string, wire: LicenseWire): License {
  return { ...wire, expoId };
}

export function toPayment(expoId: string, { order, ...wire }: PaymentWire): Payment {
  return { ...wire, expoId, orderId: order?.id ?? null };
}

export function toTouchpoint(expoId: string, wire: TouchpointWire): Touchpoint {
  return { ...wire, expoId, location: toLocation(expoId, wire.location) };
}

export function toAction(expoId: string, wire: ActionWire): Action {
  return { ...wire, expoId, location: toLocation(expoId, wire.location) };
}

/** As its own endpoint tells it. */
export function toWholeActivity(expoId: string, wire: ActivityWire): Activity {
  const participants = wire.participants?.map(({ id, ...times }) => ({ ...times, expoId, visitor: { id } })) ?? null;
  return { ...wire, expoId, location: toLocation(expoId, wire.location), participants };
}

/** As the list tells it, which may leave the participants out. */
export function toActivity(expoId: string, wire: ActivityWire): Activity {
  const { participants, ...activity } = toWholeActivity(expoId, wire);
  return participants ? { ...activity, participants } : activity;
}

/** As its own endpoint tells it. */
export function toWholeWebhook(expoId: string, wire: WebhookWire): Webhook {
  return { ...wire, expoId };
}

/** As the list tells it, which may leave the log out. */
export function toWebhook(expoId: string, { log, ...wire }: WebhookWire): Webhook {
  return log === null ? { ...wire, expoId } : { ...wire, expoId, log };
}
