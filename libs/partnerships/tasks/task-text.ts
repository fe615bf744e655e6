import { words } from '../words.js';
import type { TaskRecord } from './tasks.service.js';

/** What is asked, in a sentence: "Answer the invitation to INSISST." */
export const taskText = (language: Parameters<typeof words>[0], { kind, facts }: Pick<TaskRecord, 'kind' | 'facts'>): string =>
  words(language)(`task.${kind}`, facts);
