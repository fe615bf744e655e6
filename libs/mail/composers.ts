import { Injectable } from '@nestjs/common';
import type { Mail, MessageKey } from './message.js';
import type { Reader } from './readers.js';

export interface MessageToCompose extends MessageKey {
  readonly id: string;
  readonly template: string;
  readonly dueAt: Date;
  /** The message whose mail, when it was last handed over, told this one too. */
  readonly toldWith: string | null;
}

/** The mail; why it is not wanted any more; or what it waits for, to be asked again after a pause. */
export type Composed = Mail | { readonly skip: string } | { readonly wait: string };

/** Writes one kind of message at the moment of sending, so that what has changed since counts. */
export interface Composer {
  compose(message: MessageToCompose, reader: Reader): Promise<Composed>;
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
