import { z } from 'zod';
import { amount, code, fact, labels, text } from './fields.js';

const YEAR = z.int().min(1950).max(2150);

/** A programme of calls.json. */
export const PROGRAMME = z.looseObject({
  id: code,
  name: labels,
  fund: z.array(text).default([]),
  cci: text.optional(),
  period: z.tuple([YEAR, YEAR]).optional(),
  budgetEur: fact(amount),
  area: z.looseObject({ prefixes: z.record(text, z.array(text)) }).optional(),
  bodies: z.array(z.looseObject({ org: code, role: code })).default([]),
  objectives: z.array(z.looseObject({ code, parent: code.optional(), label: text })).default([]),
});

/** Keys of a programme that have columns or tables of their own without sources. */
export const NOT_PROGRAMME_FACTS = ['id', 'name', 'fund', 'cci', 'period', 'bodies', 'objectives'];
