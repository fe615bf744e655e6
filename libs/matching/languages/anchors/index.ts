import type { Anchors } from './anchor.js';
import { ECONOMY } from './economy.js';
import { EMPLOYMENT } from './employment.js';
import { ENVIRONMENT } from './environment.js';
import { HEALTH } from './health.js';
import { INCLUSION } from './inclusion.js';
import { SKILLS } from './skills.js';
import { SOCIAL_INNOVATION } from './social-innovation.js';
import { SOCIETY } from './society.js';
import { TERRITORY } from './territory.js';

export { LANGUAGES, type Anchor, type Anchors, type Language } from './anchor.js';

export const ANCHORS: Anchors = {
  ...ECONOMY,
  ...EMPLOYMENT,
  ...ENVIRONMENT,
  ...HEALTH,
  ...INCLUSION,
  ...SKILLS,
  ...SOCIAL_INNOVATION,
  ...SOCIETY,
  ...TERRITORY,
};
