const EVERYWHERE = ['chat', 'call', 'video', 'facebook', 'twitter', 'facebookBusinessOnMessenger', 'sms', 'whatsapp'];
const TALKING = ['chat', 'call', 'video'];

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

const CHANNELS: readonly (readonly [channels: readonly string[], indicators: readonly string[]])[] = [
  [
    EVERYWHERE,
    names(`contact_answered_after_first_message_duration contact_answered_duration
      contact_closed_after_last_message_duration contact_duration contact_number contact_sent_message_number
      contact_received_message_number contact_unanswered_number presence_duration presence_smoothed_duration
      occupation_rate non_occupation_duration non_occupation_rate max_and_partial_occupation_rate production_duration
      conversion_rate cart_after_contact_amount cart_global_amount transaction_after_contact_amount
      transaction_after_contact_number transaction_total_amount transaction_total_number
      transaction_after_contact_duration transaction_after_conversation_amount_per_hour
      transaction_missed_with_busy_operators_amount transaction_missed_with_busy_operators_number
      transaction_missed_with_no_operators_amount transaction_missed_with_no_operators_number
      transaction_amount_per_conversation`),
  ],
  [
    TALKING,
    names(`contact_per_hour_average_number contact_per_hour_number rule_contact_rate rule_display_number
      targeting_rule_triggered max_and_partial_occupation_duration max_occupation_duration max_occupation_rate
      non_production_duration non_production_rate presentation_duration production_smoothed_duration
      satisfaction_delay_rate satisfaction_global_rate satisfaction_resolution_rate satisfaction_respondent_number
      satisfaction_respondent_rate satisfaction_welcome_rate occupation_duration`),
  ],
  [
    ['chat', 'video'],
    names(`contact_waiting_abort_number contact_waiting_answered_number contact_waiting_before_quit_duration
      contact_waiting_duration contact_waiting_number`),
  ],
  [
    ['chat'],
    names(`contact_missed_number contact_missed_with_busy_operators_number contact_missed_with_no_operators_number
      contact_simultaneous_number`),
  ],
];

/** The channels of each documented indicator. */
export const INDICATOR_CHANNELS: ReadonlyMap<string, readonly string[]> = new Map(
  CHANNELS.flatMap(([channels, indicators]) => indicators.map((name) => [name, channels] as const)),
);

/** Those of which the vendor says, or lets one fear, that there are none any more. */
export function isWithdrawn(name: string): boolean {
  return name.startsWith('satisfaction_') || name === 'contact_simultaneous_number' || name === 'occupation_duration';
}
