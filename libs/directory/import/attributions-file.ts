import type { FileFormat } from './file-format.js';
import { csvRows } from './records.js';

export const attributionsCsv: FileFormat = {
  name: 'attributions.csv',
  order: 10,
  affects: [],
  async read(file) {
    await file.stage('source text, text text, url text', csvRows(file.source, ['source', 'text', 'url']), (row) => ({
      source: row.code('source'),
      text: row.required('text'),
      url: row.webAddress('url'),
    }));
    await file.merge('source', `
      INSERT INTO attributions (source, text, url)
      SELECT DISTINCT ON (source) source, text, url FROM staged ORDER BY source, line
      ON CONFLICT (source) DO UPDATE SET text = excluded.text, url = excluded.url
        WHERE (attributions.text, attributions.url) IS DISTINCT FROM (excluded.text, excluded.url)
      RETURNING source, xmax = 0 AS created`);
  },
};
