/** The sentences that reasons are made of, once a language. A list arrives joined in that language's way. */
export interface ReasonWords {
  readonly offersSought: (theme: string) => string;
  readonly seeksOffered: (theme: string) => string;
  readonly onCallThemes: (theme: string) => string;
  /** A past project in which the asker, or others of its draft, took part too. */
  readonly togetherIn: (project: string, partners: string) => string;
  /** A past project of the candidate alone that bears on the call. */
  readonly tookPartIn: (project: string) => string;
  readonly addsCountry: (country: string) => string;
  /** The same, with how many countries there are then, of how many that the call wants. */
  readonly addsCountryOf: (country: string, count: number, of: number) => string;
  readonly inArea: (region: string) => string;
  readonly perhapsInArea: (region: string) => string;
  readonly near: (region: string) => string;
  readonly active: (region: string) => string;
  /** A word of the name that is typical of the consortia of similar projects. */
  readonly typical: (word: string) => string;
  /** A word of the name, or the town, that the text of the call or idea holds. */
  readonly named: (word: string) => string;
  /** The candidate has not said what it seeks. */
  readonly wishesUnknown: string;
  /** To so many organisations it was suggested among the first in this call. */
  readonly askers: (count: number) => string;
  /** It is new here, and one place in so many is kept for newcomers. */
  readonly keptPlace: (within: number) => string;
  /** Where somebody would stand with one theme more in its profile. */
  readonly offering: (theme: string, place: number, now: number) => string;
  readonly seeking: (theme: string, place: number, now: number) => string;
  /** It carries as many projects as it said it can. */
  readonly full: string;
  /** How the asker itself is called among the partners of a project. */
  readonly you: string;
}
