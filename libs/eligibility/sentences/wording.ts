import type { Comparison, RuleValue } from '../language/rule.js';
import { isRelativeDate, namesIn, numbersIn } from '../language/values.js';
import { NAMES, type Noun } from './labels.js';
import { PHRASES, type Phrase, type PhraseName, type SentenceLanguage } from './phrases.js';

type Format = (value: number) => string;

/** Words, numbers and dates of one language. */
export class Wording {
  private readonly locale: string;

  constructor(readonly language: SentenceLanguage) {
    this.locale = language === 'en' ? 'en-GB' : language;
  }

  /** A phrase with its gaps filled. */
  say(name: PhraseName, gaps: Readonly<Record<string, string>> = {}): string {
    return PHRASES[name][this.language]
      .replace(/\{(\w+)\}/g, (_, gap: string) => gaps[gap] ?? '')
      .replace(/ {2,}/g, ' ')
      .trim();
  }

  of(phrase: Phrase): string {
    return phrase[this.language];
  }

  /** Only one is one, and in French nought too. */
  noun({ one, many }: Noun, number: number): string {
    return number === 1 || (number === 0 && this.language === 'fr') ? this.of(one) : this.of(many);
  }

  readonly number: Format = (value) => new Intl.NumberFormat(this.locale).format(value);
  readonly percent: Format = (value) =>
    new Intl.NumberFormat(this.locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  readonly euros: Format = (value) =>
    new Intl.NumberFormat(this.locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(value);

  country(code: string): string {
    return new Intl.DisplayNames([this.locale], { type: 'region' }).of(code) ?? code;
  }

  day(day: string): string {
    const date = new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
    return this.language === 'fr' ? date.replace(/^1 /, '1er ') : date;
  }

  /** A name in capitals, in words where they are known: 'DESIGNATION:CENTRE_MUNICIPALITY', 'LETTER_OF_ENDORSEMENT'. */
  name(code: string): string {
    const plain = code.replace(/^(ORG|DESIGNATION|TYPE|AREA):/, '');
    const known = Object.hasOwn(NAMES, plain) ? NAMES[plain] : undefined;
    if (known !== undefined) return this.of(known);
    return /^[A-Z]+(_[A-Z]+)+$/.test(plain)
      ? plain.replaceAll('_', ' ').toLowerCase()
      : this.say('quoted', { a: plain });
  }

  listed(how: 'and' | 'andAlso' | 'or', parts: readonly string[]): string {
    const last = parts.at(-1) ?? '';
    return parts.length < 2
      ? last
      : this.say(how, { a: parts.slice(0, -1).join(how === 'andAlso' ? '; ' : ', '), b: last });
  }

  /** Parts side by side, which all hold. */
  joined(parts: readonly string[]): string {
    return parts.reduce((text, part) => (text === '' ? part : this.say('semicolon', { a: text, b: part })), '');
  }

  /** How much is wanted: at least 3, 3 to 5, 2 or 4. */
  bound({ op, value }: Comparison, format: Format = this.number): string {
    const numbers = numbersIn(value).map(format);
    const [a = '', b = ''] = numbers;
    switch (op) {
      case '>=':
        return this.say('atLeast', { n: a });
      case '<=':
        return this.say('atMost', { n: a });
      case 'between':
        return this.say('between', { a, b });
      case '==':
      case 'in':
      case 'includes':
        return this.say('exactly', { n: this.listed('or', numbers) });
      case '!=':
      case 'notIn':
        return this.say('notExactly', { n: this.listed('or', numbers) });
    }
  }

  /** A day, or one that moves with a milestone: milestone “SUBMISSION” − 2 years. */
  date(value: RuleValue): string {
    return isRelativeDate(value)
      ? this.say('relativeDate', { milestone: this.name(value.milestone), offset: this.offset(value.offset) })
      : this.listed(
          'or',
          namesIn(value).map((day) => this.day(day)),
        );
  }

  private offset(duration: string): string {
    const [, years, months, days] = /P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?/.exec(duration) ?? [];
    const parts = [
      ...(years ? [this.say('years', { n: years })] : []),
      ...(months ? [this.say('offsetMonths', { n: months })] : []),
      ...(days ? [this.say('days', { n: days })] : []),
    ];
    return `${duration.startsWith('-') ? '−' : '+'} ${parts.join(' ')}`;
  }
}
