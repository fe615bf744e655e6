export { DemoClock } from './demo-clock.service.js';
export { ForecastService, type Forecast, type ForecastReminder } from './forecast.service.js';
export { PlanningService } from './planning.service.js';
export type { PlanScope } from './plan-reader.service.js';
export { RemindersModule } from './reminders.module.js';
export { RemindersProcessor } from './reminders.processor.js';
export { SubscriptionsService } from './subscriptions.service.js';
