export * from './import/index.js';
export { bodiesInCharge } from './bodies-in-charge.js';
export type { CallRecord } from './call-record.js';
export { listedFact, publisherOf, requiredReadings, sourceAddress } from './call-facts.js';
export { Call, RuleSource } from './call.type.js';
export { CallsLoaders } from './calls.loaders.js';
export { CallsModule } from './calls.module.js';
export { CallsService } from './calls.service.js';
export { Objective } from './programme.type.js';
export { CallState, type CallStateName } from './enums.js';

