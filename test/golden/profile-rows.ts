import type { JsonValue } from '../../src/sandbox/notify-visitors/json.ts';
import { moment } from './campaign-rows.ts';
import { email, text } from './forms.ts';
import type { Truth } from './golden.ts';

export const PROFILE = `userId email mobile name firstName lastName birthDate gender emailOptIn smsOptIn whatsappOptIn
  createdAt lastSeenAt attributes person { email }`;

/** Numbers beyond 2^53 as text. */
function withText(value: JsonValue): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(withText);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withText(member)]));
}

export function profileRow({ notifyVisitors }: Truth, userId: string) {
  const profile = notifyVisitors.truth.profile(userId);
  if (profile === undefined) return null;
  const { attributes, createdAt, lastSeen } = profile;
  const flag = (name: string) => (attributes[name] === '1' ? true : attributes[name] === '0' ? false : null);
  const address = email(userId) ?? email(attributes.email);
  return {
    userId,
    email: email(attributes.email),
    mobile: text(attributes.mobile),
    name: text(attributes.name),
    firstName: text(attributes.first_name),
    lastName: text(attributes.last_name),
    // The older form is a date-time.
    birthDate: text(attributes.birth_date)?.slice(0, 10) ?? null,
    gender: text(attributes.gender),
    emailOptIn: flag('email_opt_in'),
    smsOptIn: flag('sms_opt_in'),
    whatsappOptIn: flag('whatsapp_opt_in'),
    createdAt: moment(createdAt),
    lastSeenAt: moment(lastSeen),
    attributes: withText(attributes as JsonValue),
    person: address === null ? null : { email: address },
  };
}

export const profileCall = (userId: string) =>
  `NOTIFY_VISITORS POST /api/v1/user/userData ${JSON.stringify({ userID: userId })}`;
