import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#libs/platform';
import { linkToken, readLinkToken } from '#libs/mail';

/** What a POST to the settings of somebody's mails ends: notices of opportunities, saved searches, or all that may be ended. */
export type Stopped = 'opportunities' | 'searches' | 'all';

/** Addresses in mails, which need no sign-in: the token is the right. */
@Injectable()
export class Links {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  unsubscribe(subscriptionId: string): string {
    return `${this.config.publicUrl}/unsubscribe/${linkToken('unsubscribe', subscriptionId, this.config.secret)}`;
  }

  /** The console's page of a consortium, for those who sign in. */
  consortium(id: string): string {
    return `${this.config.publicUrl}/consortia/${id}`;
  }

  settings(personId: string): string {
    return `${this.config.publicUrl}/mail-settings/${linkToken('settings', personId, this.config.secret)}`;
  }

  /** One-click (RFC 8058). */
  stop(personId: string, what: Stopped): string {
    return `${this.settings(personId)}/${what}`;
  }

  /** A call of which the person wants to hear no more. */
  drop(personId: string, callCode: string): string {
    return `${this.settings(personId)}/drop/${encodeURIComponent(callCode)}`;
  }

  /** @returns undefined for a forged token */
  personOf(settingsToken: string): string | undefined {
    return readLinkToken('settings', settingsToken, this.config.secret);
  }
}
