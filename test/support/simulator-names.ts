/** Under which name a sandbox has the simulator of each upstream. */
export const SIMULATORS = {
  VISUAL_VISITOR: 'visualVisitor',
  VISIT: 'visit',
  NOTIFY_VISITORS: 'notifyVisitors',
  IADVIZE: 'iadvize',
} as const;
