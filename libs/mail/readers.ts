/** Somebody as mail needs them, asked for at the moment of sending. */
export interface Reader {
  readonly name: string;
  readonly email: string;
  readonly language: 'nl' | 'fr' | 'en' | 'de';
  /** IANA zone in which they read times. */
  readonly zone: string;
}

/** Who people are: filled by the room that knows them. */
export abstract class Readers {
  /** @returns undefined when the person is gone */
  abstract readerOf(personId: string): Promise<Reader | undefined>;
}
