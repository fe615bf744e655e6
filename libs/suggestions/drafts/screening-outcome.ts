import { registerEnumType } from '@nestjs/graphql';

export const ScreeningOutcomeName = { INNOVATIVE: 'INNOVATIVE', CLASSICAL: 'CLASSICAL', NEEDS_REVIEW: 'NEEDS_REVIEW' } as const;
registerEnumType(ScreeningOutcomeName, {
  name: 'ScreeningOutcome',
  description:
    'What came of the check for social innovation. INNOVATIVE: what is new and who works together anew is answered, and two more questions are. CLASSICAL: neither is. NEEDS_REVIEW: a person decides.',
});
