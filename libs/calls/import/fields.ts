import { z } from 'zod';
import { LONGEST_CODE } from '#libs/directory';

export const text = z.string().min(1);

/** What is looked up, and so must fit into an index. */
export const code = z.string().min(1).max(LONGEST_CODE);

/** A text in at least one language. */
export const labels = z
  .record(z.string().regex(/^[a-z]{2}$/), text)
  .refine((given) => Object.keys(given).length > 0, 'must be given in at least one language');

/** A fact stands in the file as {value, src, assumed?}; this is its value. */
export const fact = <T>(value: z.ZodType<T>) => z.looseObject({ value }).transform((given) => given.value).optional();

export const amount = z.number().min(0);

export const months = z.int().min(1).max(1200);
