/** The sentences that reasons are made of, once a language. A list arrives joined in that language's way. */
export interface ReasonWords {
  offersSought(theme: string): string;
  seeksOffered(theme: string): string;
  onCallThemes(theme: string): string;
  workedOn(theme: string): string;
  /** A past project in which the asker, or the asker's former partners, took part too. */
  togetherIn(project: string, partners: string): string;
  /** A past project of the candidate alone that bears on the call. */
  tookPartIn(project: string): string;
  addsCountry(country: string): string;
  inArea(region: string): string;
  perhapsInArea(region: string): string;
  near(region: string): string;
  /** How the asker itself is called among the partners of a project. */
  readonly you: string;
}
