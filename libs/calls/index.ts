export * from './import/index.js';
export type { CallRecord } from './call-record.js';
export { factOf, sourceAddress, type Facts } from './call-facts.js';
export { Call, RuleSource } from './call.type.js';
export { CallsLoaders } from './calls.loaders.js';
export { CallsModule } from './calls.module.js';
export { CallsService } from './calls.service.js';
export { ContactPoint } from './authoring/further-facts.type.js';
export { Objective } from './programme.type.js';
export { Track } from './track.type.js';
export { CallState, type CallStateName } from './enums.js';

