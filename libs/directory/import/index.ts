import { projectFile } from '#libs/platform';
import { attributionsCsv } from './attributions-file.js';
import type { FileFormat } from './file-format.js';
import { organisationsCsv, organisationsJsonl } from './organisation-files.js';
import { consortiaCsv, participationsCsv } from './participation-files.js';
import { labourMarketRegionsCsv, nutsCsv } from './place-files.js';
import { consortiaMetaCsv, projectsJsonl } from './project-files.js';
import { themesCsv, themeScopeNotesCsv, topicThemesCsv } from './theme-files.js';

export { UnreadableFile, type FileFormat } from './file-format.js';
export { FileImport } from './file-import.js';
export { importFiles, type ImportOptions, type ImportReport } from './import-files.js';
export { jsonRows } from './records.js';
export { LONGEST_CODE, Row } from './row.js';
export { SourceFile } from './source-file.js';
export { sourceOf, VERBOND } from './sources.js';

/** The kinds of files that this room imports; those of calls are the calls' own. */
export const directoryFormats: readonly FileFormat[] = [
  attributionsCsv,
  nutsCsv,
  themesCsv,
  themeScopeNotesCsv,
  topicThemesCsv,
  organisationsCsv,
  organisationsJsonl,
  labourMarketRegionsCsv,
  projectsJsonl,
  consortiaMetaCsv,
  participationsCsv,
  consortiaCsv,
];

/** The folder of the data that ships with Verbond. */
export const BUNDLED_DATA = projectFile('libs/directory/bundled');
