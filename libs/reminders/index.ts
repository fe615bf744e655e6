export { DemoClock } from './demo-clock.service.js';
export { ForecastService } from './forecast.service.js';
export { RemindersModule } from './reminders.module.js';
export { RemindersProcessor } from './reminders.processor.js';
