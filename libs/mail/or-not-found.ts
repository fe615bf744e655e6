import { NotFoundException } from '@nestjs/common';
import { NotFound } from '#libs/platform';

/** What the bearer of a link may not see answers like what does not exist: 404. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof NotFound ? new NotFoundException() : error;
  }
}
