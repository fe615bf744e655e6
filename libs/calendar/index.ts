export { deriveCallState, type CallState, type DatedMilestone } from './call-state.js';
export { daysBetween } from './days-between.js';
export type { Language } from './deadline-words.js';
export { deliveryTime, digestTime } from './delivery-time.js';
export { describeDeadline } from './describe-deadline.js';
export { momentsOf, type Moments } from './moments.js';
export { PRECISIONS, type Precision } from './precision.js';
export { planReminders, type PlannedReminder, type PlanOptions, type ReminderRule } from './reminder-plan.js';
export { InvalidWallTime, parseWallTime, type WallTime } from './wall-time.js';
