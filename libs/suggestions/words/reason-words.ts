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
  readonly inArea: (region: string) => string;
  readonly perhapsInArea: (region: string) => string;
  readonly near: (region: string) => string;
  readonly active: (region: string) => string;
  /** A word of the name that is typical of the consortia of similar projects. */
  readonly typical: (word: string) => string;
  /** A word of the name, or the town, that the text of the call or idea holds. */
  readonly named: (word: string) => string;
  /** How the asker itself is called among the partners of a project. */
  readonly you: string;
}
