import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Composers, letterHtml, letterText, type Composed, type Composer, type Letter, type MessageToCompose, type Reader } from '#libs/mail';
import { localised, type Localised } from '#libs/platform';
import { NAMED, OUTCOME } from './expression-messages.js';
import { expressionWords } from './expression-words.js';

/** An expression as its reader's letter tells of it. */
interface LetterFacts {
  readonly expression: string;
  readonly state: string;
  readonly lead: string;
  readonly body: string;
  readonly callCode: string;
  readonly titles: Localised;
  /** The reader's organisation in it; null when the reader works for none any more. */
  readonly organisation: string | null;
  /** In how many expressions on the track that is. */
  readonly count: number;
  readonly leads: boolean;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
}

const FACTS = `
  SELECT coalesce(c.name, l.name) AS expression, e.state, l.name AS lead, b.name AS body, calls.code AS "callCode", calls.titles,
    o.name AS organisation, (SELECT count(DISTINCT m.expression_id)::int FROM expression_members m JOIN expressions x ON x.id = m.expression_id
      WHERE m.organisation_id = o.id AND x.track_id = e.track_id AND x.submitted_at IS NOT NULL AND x.state <> 'WITHDRAWN') AS count,
    e.contact_id = $2 OR EXISTS (SELECT FROM roles WHERE person_id = $2 AND organisation_id = l.id) AS leads,
    a.facts->>'reason' AS reason, a.at AS "decidedAt"
  FROM expressions e JOIN tracks t ON t.id = e.track_id JOIN calls ON calls.id = t.call_id JOIN organisations b ON b.id = t.body_id
    LEFT JOIN consortia c ON c.id = e.consortium_id JOIN organisations l ON l.id = coalesce(c.lead_id, e.organisation_id)
    LEFT JOIN LATERAL (SELECT o.id, o.name FROM expression_members m JOIN organisations o ON o.id = m.organisation_id
      JOIN roles r ON r.organisation_id = o.id AND r.person_id = $2
      WHERE m.expression_id = e.id AND o.id <> l.id ORDER BY m.position LIMIT 1) o ON true
    LEFT JOIN audit_entries a ON a.subject_kind = 'EXPRESSION' AND a.subject_id = e.id AND a.action = $3
  WHERE e.id = $1`;

/** Writes the mails about expressions of interest. */
@Injectable()
export class ExpressionLetters implements Composer, OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly composers: Composers,
  ) {}

  onModuleInit(): void {
    for (const template of [NAMED, OUTCOME]) this.composers.register(template, this);
  }

  async compose({ template, subjectId, personId, offset }: MessageToCompose, reader: Reader): Promise<Composed> {
    const [facts] = await this.database.query<LetterFacts[]>(FACTS, [subjectId, personId, offset]);
    if (facts === undefined || facts.state === 'WITHDRAWN') return { skip: 'the expression of interest is withdrawn' };
    if (template === NAMED ? facts.organisation === null : !facts.leads) return { skip: 'it does not concern this person any more' };
    const letter = template === NAMED ? namedLetter(facts, reader) : outcomeLetter(facts, offset, reader);
    return { subject: letter.title, text: letterText(letter), html: letterHtml(letter) };
  }
}

function namedLetter({ organisation, ...facts }: LetterFacts, reader: Reader): Letter {
  const { expression, lead, body, count } = facts;
  const say = expressionWords(reader.language);
  const values = { organisation: organisation ?? '', expression, lead, body, count };
  return { ...frame(facts, reader), title: say('namedTitle', values), paragraphs: [say('named', values)] };
}

function outcomeLetter(facts: LetterFacts, decision: string, reader: Reader): Letter {
  const { expression, body, reason, decidedAt } = facts;
  const say = expressionWords(reader.language);
  const values = { decision, expression, body };
  const when = new Intl.DateTimeFormat(reader.language, { dateStyle: 'full', timeStyle: 'long', timeZone: reader.zone });
  const framed = frame(facts, reader);
  return {
    ...framed,
    title: say('outcomeTitle', values),
    paragraphs: [say('outcome', values)],
    facts: [
      ...(reason ? [{ label: say('reason'), value: reason }] : []),
      ...framed.facts,
      ...(decidedAt === null ? [] : [{ label: say('decidedAt'), value: when.format(decidedAt) }]),
    ],
  };
}

function frame({ titles, callCode, body, lead }: Omit<LetterFacts, 'organisation'>, { language, name }: Reader): Omit<Letter, 'title' | 'paragraphs'> {
  const say = expressionWords(language);
  return {
    language,
    greeting: say('greeting', { name }),
    facts: [
      { label: say('call'), value: `${localised(titles, language) ?? callCode} (${callCode})` },
      { label: say('body'), value: body },
      { label: say('lead'), value: lead },
    ],
    footer: say('why'),
    links: [],
  };
}
