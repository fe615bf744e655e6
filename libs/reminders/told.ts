import type { Attachment, Letter } from '#libs/mail';

/** What a message tells its reader, before it is laid out as a mail, alone or with others. */
export interface Told {
  readonly letter: Letter;
  readonly attachments: readonly Attachment[];
  /** One-click address; without it the mails are part of somebody's task. */
  readonly unsubscribeUrl?: string;
}

/** Why a message is not wanted, or not true, any more. */
export interface NotWanted {
  readonly skip: string;
}
