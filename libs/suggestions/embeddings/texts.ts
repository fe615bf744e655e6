/** What services take at least; more tells little more. */
const MOST_CHARACTERS = 8000;

const cut = (sql: string): string => `left(${sql}, ${MOST_CHARACTERS})`;

/** SQL: what the project `p` says about itself. */
const PROJECT_TEXT = cut(`concat_ws(E'\\n', p.title, p.text)`);

/** SQL: what the call `c` says about itself, in whatever languages. */
const CALL_TEXT = cut(`concat_ws(E'\\n', (SELECT string_agg(t.value, E'\\n' ORDER BY t.key) FROM jsonb_each_text(c.titles) t), c.summary)`);

/** SQL: every text that may leave the house: what projects and published calls say in public, and nothing else. */
export const TEXTS = `
  SELECT text FROM (SELECT ${PROJECT_TEXT} AS text FROM projects p UNION SELECT ${CALL_TEXT} FROM calls c) texts WHERE text <> ''`;

const SHOWN_MODEL = '(SELECT model FROM text_vectors WHERE shown LIMIT 1)';

/** SQL: the vector of the project `p`, as `v`; without vectors, no text is looked at. */
export const JOIN_PROJECT_VECTOR = `LEFT JOIN text_vectors v ON v.shown AND v.key = text_key(${SHOWN_MODEL}, ${PROJECT_TEXT})`;

/** SQL: the vectors of calls, by code. */
export const CALL_VECTORS = `
  SELECT c.code, v.vector FROM calls c JOIN text_vectors v ON v.shown AND v.key = text_key(${SHOWN_MODEL}, ${CALL_TEXT})`;
