export type { Hit } from './best-few.js';
export { layOut, type Columns } from './columns.js';
export { filteredScan, themeScan } from './filtered-scan.js';
export { exactScan, type Crowd, type Scan, type ScanQuestion } from './scan.js';
export { addLevels, buildThemeIndex, replaceHolders, type ThemeIndex } from './theme-index.js';
