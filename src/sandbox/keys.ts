/** Secrets of the simulated accounts, the same in every sandbox: they open nothing but loopback ports of its process. */
export const SANDBOX_KEYS = {
  VISUAL_VISITOR_KEYS: 'sandbox-visual-visitor',
  VISIT_KEYS: 'sandbox-visit',
  NOTIFY_VISITORS_BRAND_ID: '7001',
  NOTIFY_VISITORS_KEY: 'sandbox-notify-visitors',
  IADVIZE_KEYS: 'sandbox-iadvize',
} as const;
