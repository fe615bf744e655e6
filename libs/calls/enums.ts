import { registerEnumType } from '@nestjs/graphql';
import { PRECISIONS, type CallState as DerivedState, type Precision as PrecisionName } from '#libs/calendar';
import { enumOf } from '#libs/platform';

export type CallStateName = DerivedState['state'];
export type Precision = PrecisionName;

/** In the order in which calls are listed: first those where something can still be done. */
export const CallState = {
  OPEN: 'OPEN',
  FORTHCOMING: 'FORTHCOMING',
  ANNOUNCED: 'ANNOUNCED',
  CLOSED: 'CLOSED',
  AWARDED: 'AWARDED',
} as const satisfies { [S in CallStateName]: S };
registerEnumType(CallState, {
  name: 'CallState',
  description: 'Where a call stands now; it follows from its dates.',
  valuesMap: {
    ANNOUNCED: { description: 'Its dates are not known exactly yet.' },
    FORTHCOMING: { description: 'The day it opens is known and ahead.' },
    OPEN: { description: 'Applications can be submitted.' },
    CLOSED: { description: 'The last deadline has passed.' },
    AWARDED: { description: 'Its projects have started.' },
  },
});

export const Precision = enumOf(PRECISIONS);
registerEnumType(Precision, {
  name: 'Precision',
  description: 'How exactly a date is known. Only MINUTE and DAY close anything; a DAY ends at the next local midnight.',
});
