import { Injectable } from '@nestjs/common';
import type { Mail, MessageKey } from './message.js';
import type { Reader } from './readers.js';

export interface MessageToCompose extends MessageKey {
  readonly id: string;
  readonly template: string;
  readonly dueAt: Date;
}

/** Writes one kind of message at the moment of sending, so that what has changed since counts. */
export interface Composer {
  /** @returns the mail, or why it is not wanted any more */
  compose(message: MessageToCompose, reader: Reader): Promise<Mail | { readonly skip: string }>;
}

/** The composers of all rooms, by template; each room registers its own when it starts. */
@Injectable()
export class Composers {
  private readonly byTemplate = new Map<string, Composer>();

  register(template: string, composer: Composer): void {
    this.byTemplate.set(template, composer);
  }

  of(template: string): Composer {
    const composer = this.byTemplate.get(template);
    if (composer === undefined) throw new Error(`Nobody composes the template ${template}.`);
    return composer;
  }
}
