import type { Language } from '#libs/platform';

/** An organisation that is not here yet, and who speaks for it. */
export interface Newcomer {
  readonly organisation: {
    readonly name: string;
    /** ISO 3166. */
    readonly country: string;
    readonly type: string;
    readonly city?: string | null;
    readonly website?: string | null;
  };
  readonly person: {
    readonly name: string;
    readonly email: string;
    readonly language: `${Language}`;
    /** IANA zone. */
    readonly zone: string;
  };
}
