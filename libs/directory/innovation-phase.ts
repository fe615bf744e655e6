import { registerEnumType } from '@nestjs/graphql';

/** The phases of innovating. */
export const InnovationPhase = { RESEARCH: 'RESEARCH', DEVELOP: 'DEVELOP', TEST: 'TEST', EVALUATE: 'EVALUATE' } as const;
export type InnovationPhase = keyof typeof InnovationPhase;
registerEnumType(InnovationPhase, { name: 'InnovationPhase', description: 'A phase of innovating: research, develop, test, evaluate.' });
